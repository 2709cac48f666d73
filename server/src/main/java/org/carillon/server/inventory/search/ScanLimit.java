package org.carillon.server.inventory.search;

import java.util.List;

/**
 * The limits of the rows that one request reads, which bound its time. A request can read several
 * times as many rows from an index alone as it can fetch one by one.
 *
 * @param sortable when a filter leaves no more numbers than this, they are fetched and sorted; when
 *     each leaves more, the list is walked in its order
 * @param coveredWindows how many rows are looked at on a walk through a covering index, one window
 *     after the other until the page is full; early ones are small because most pages are full soon
 * @param fetchedWindows the same where each row has to be fetched
 * @param countable when a filter leaves no more numbers than this, all of them are counted
 * @param countedCovered how many rows of each status are counted through a covering index
 * @param countedFetched the same where each row has to be fetched
 */
public record ScanLimit(
    int sortable,
    List<Integer> coveredWindows,
    List<Integer> fetchedWindows,
    int countable,
    int countedCovered,
    int countedFetched) {

  /**
   * The limits that keep a search under 50 ms among a million numbers (docs/inventory-search.md).
   */
  public static final ScanLimit USUAL =
      new ScanLimit(3_000, List.of(256, 2_048, 7_936), List.of(256, 2_816), 20_000, 10_240, 1_024);
}
