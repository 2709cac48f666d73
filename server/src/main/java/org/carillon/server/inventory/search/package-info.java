/** Searching the inventory, and the labels and notes that people write on its numbers. */
@NullMarked
package org.carillon.server.inventory.search;

import org.jspecify.annotations.NullMarked;
