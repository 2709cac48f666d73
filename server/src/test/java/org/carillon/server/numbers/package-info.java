/** The inventory, the deletion queue, holders and the ledger of assignments. */
@NullMarked
package org.carillon.server.numbers;

import org.jspecify.annotations.NullMarked;
