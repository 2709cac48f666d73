/** The source of numbers: the port to suppliers, and the operator's own pool behind it. */
@NullMarked
package org.carillon.server.inventory.pool;

import org.jspecify.annotations.NullMarked;
