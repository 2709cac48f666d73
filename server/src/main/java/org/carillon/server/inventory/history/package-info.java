/** Reading the ledger: who held which number when, and the inventory as it was. */
@NullMarked
package org.carillon.server.inventory.history;

import org.jspecify.annotations.NullMarked;
