package org.carillon.server.inventory.history;

import java.time.Instant;
import org.carillon.platform.db.MicrosConverter;
import org.jspecify.annotations.Nullable;

/**
 * A time that a number spent in the organization.
 *
 * @param acquiredAt null when it never came
 * @param leavesAt when its seven days in the deletion queue end; null while it is not there
 */
record Tenure(
    long numberId,
    String e164,
    Instant createdAt,
    @Nullable Instant acquiredAt,
    @Nullable Instant leavesAt) {

  /** Where a page of the inventory begins: after that number's tenure that was created then. */
  record Place(String e164, Instant createdAt) {

    /** Before everything. */
    static final Place START = new Place("", Instant.EPOCH);

    /**
     * What {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Place of(String text) {
      int blank = text.indexOf(' ');
      return new Place(
          text.substring(blank + 1), MicrosConverter.instant(Long.parseLong(text, 0, blank, 10)));
    }

    /** For a page token. */
    String text() {
      return MicrosConverter.micros(createdAt) + " " + e164;
    }
  }

  /** Whether the number was the organization's at that instant, in the deletion queue or not. */
  boolean covers(Instant at) {
    return acquiredAt != null
        && !acquiredAt.isAfter(at)
        && (leavesAt == null || leavesAt.isAfter(at));
  }

  Place place() {
    return new Place(e164, createdAt);
  }
}
