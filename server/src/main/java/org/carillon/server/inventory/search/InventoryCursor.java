package org.carillon.server.inventory.search;

import java.util.List;

/**
 * The place behind the row that has these values in the columns by which its stretch of the list is
 * sorted.
 *
 * @param stretch which stretch of the list, from 0
 * @param values as text, one for each column; empty before the first row of the stretch
 */
record InventoryCursor(int stretch, List<String> values) {

  /** Before the first row of a list. */
  static final InventoryCursor START = new InventoryCursor(0, List.of());
}
