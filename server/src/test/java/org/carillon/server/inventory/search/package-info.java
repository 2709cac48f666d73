/** Searching the inventory, against a reference that looks at every number. */
@NullMarked
package org.carillon.server.inventory.search;

import org.jspecify.annotations.NullMarked;
