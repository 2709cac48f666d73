package org.carillon.server.calls.records;

/**
 * How many records a page may look at where a filter may pass over them, which is what bounds its
 * time.
 *
 * @param most over all of the sources of the page
 * @param least of each source, however many there are
 */
public record RecordScanLimit(int most, int least) {

  /** The limit that keeps a page under 50 ms among millions of records (docs/performance.md). */
  public static final RecordScanLimit USUAL = new RecordScanLimit(3_000, 100);

  /** Returns how many records of each source may be looked at. */
  int each(int sources) {
    return Math.max(most / sources, least);
  }
}
