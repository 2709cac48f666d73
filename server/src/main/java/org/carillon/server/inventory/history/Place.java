package org.carillon.server.inventory.history;

import java.time.Instant;
import org.carillon.platform.db.MicrosConverter;

/**
 * Where a page of a history begins: with what began before {@code from}, or at that instant with a
 * smaller key.
 */
record Place(Instant from, long assignmentId) implements Comparable<Place> {

  /** After everything. */
  static final Place NEWEST = new Place(MicrosConverter.instant(Long.MAX_VALUE), Long.MAX_VALUE);

  /** For what began before that instant. */
  static Place before(Instant instant) {
    return new Place(instant, Long.MIN_VALUE);
  }

  /** For what began at that instant or before. */
  static Place at(Instant instant) {
    return new Place(instant, Long.MAX_VALUE);
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
        Long.parseLong(text, blank + 1, text.length(), 10));
  }

  /** For a page token. */
  String text() {
    return MicrosConverter.micros(from) + " " + assignmentId;
  }

  /** The earlier of the two. */
  Place orEarlier(Place other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public int compareTo(Place other) {
    int byInstant = from.compareTo(other.from);
    return byInstant == 0 ? Long.compare(assignmentId, other.assignmentId) : byInstant;
  }
}
