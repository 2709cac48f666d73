/** Tags on both engines. */
@NullMarked
package org.carillon.server.tags;

import org.jspecify.annotations.NullMarked;
