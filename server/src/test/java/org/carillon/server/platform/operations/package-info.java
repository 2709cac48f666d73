/** What holds for every operation, whatever it does. */
@NullMarked
package org.carillon.server.platform.operations;

import org.jspecify.annotations.NullMarked;
