package org.carillon.server.calls.records;

import java.time.Instant;
import java.util.Comparator;
import org.carillon.platform.db.MicrosConverter;

/** Where a record stands in a list: by when it began, and by key among those of one instant. */
record Place(Instant happenedAt, long recordId) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::happenedAt).thenComparingLong(Place::recordId);

  /** Later than every record: the year 9999 is the last that the wire can say. */
  static final Place END = new Place(Instant.parse("9999-12-31T23:59:59Z"), Long.MAX_VALUE);

  /** Before every record that began at that instant, and after all that began earlier. */
  static Place before(Instant instant) {
    return new Place(instant, 0);
  }

  /**
   * What {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Place of(String text) {
    int blank = text.indexOf(' ');
    return new Place(
        MicrosConverter.instant(Long.parseLong(text, 0, blank, 10)),
        Long.parseLong(text.substring(blank + 1)));
  }

  /** For a page token. */
  String text() {
    return MicrosConverter.micros(happenedAt) + " " + recordId;
  }

  /** The place right after this one: a page that begins before it begins with this one. */
  Place next() {
    return new Place(happenedAt, recordId + 1);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
