/** The inventory, the deletion queue, holders and the ledger of assignments. */
@NullMarked
package org.carillon.server.inventory.numbers;

import org.jspecify.annotations.NullMarked;
