/** Tags on both engines. */
@NullMarked
package org.carillon.server.inventory.tags;

import org.jspecify.annotations.NullMarked;
