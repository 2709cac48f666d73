/** Searching for numbers, ordering them and following up on the orders. */
@NullMarked
package org.carillon.server.inventory.orders;

import org.jspecify.annotations.NullMarked;
