package org.carillon.platform.pages;

import java.time.Instant;
import java.util.Comparator;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.MicrosConverter;

/** The place behind what began at an instant with a key, in order of time. */
public record TimeCursor(Instant at, long key) implements Comparable<TimeCursor> {

  private static final Comparator<TimeCursor> ORDER =
      Comparator.comparing(TimeCursor::at).thenComparingLong(TimeCursor::key);

  /** Before all rows, where the oldest comes first. */
  public static final TimeCursor OLDEST_FIRST = new TimeCursor(Instant.EPOCH, 0);

  /** Before all rows, where the newest comes first. */
  public static final TimeCursor NEWEST_FIRST =
      new TimeCursor(MicrosConverter.instant(Long.MAX_VALUE), Long.MAX_VALUE);

  /** Behind all that began at that instant or later, where the newest comes first. */
  public static TimeCursor before(Instant instant) {
    return new TimeCursor(instant, 0);
  }

  /** The earlier of the two. */
  public TimeCursor orEarlier(TimeCursor other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns this cursor for a run. */
  public Argument argument() {
    return TimeCursorSql.argument(this);
  }

  @Override
  public int compareTo(TimeCursor other) {
    return ORDER.compare(this, other);
  }
}
