package org.carillon.server.inventory.history;

import java.util.List;
import org.carillon.api.model.PhoneNumberAssignment;
import org.jspecify.annotations.Nullable;

/**
 * One page of a history.
 *
 * @param next where the next one begins; null on the last
 */
record HistoryPage(List<Entry> entries, @Nullable Place next) {

  /** An entry of the ledger, and where it stands. */
  record Entry(Place place, PhoneNumberAssignment view) {}

  /** How many entries a page holds when the request does not say. */
  private static final int SIZE = 100;

  static int size(@Nullable Integer wanted) {
    return wanted == null ? SIZE : wanted;
  }

  /**
   * A page of what was found.
   *
   * @param found up to one more than {@code size}, which tells that there is a next page
   * @param further where the next page begins although nothing more was found; null for nowhere
   */
  static HistoryPage of(List<Entry> found, int size, @Nullable Place further) {
    if (found.size() <= size) {
      return new HistoryPage(found, further);
    }
    List<Entry> page = found.subList(0, size);
    return new HistoryPage(page, page.getLast().place());
  }

  List<PhoneNumberAssignment> views() {
    return entries.stream().map(Entry::view).toList();
  }
}
