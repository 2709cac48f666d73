package org.carillon.platform.operations;

import java.time.Instant;
import org.carillon.platform.db.MicrosConverter;

/** Where a page begins in a list in order of creation: after what was made then with that id. */
public record CreationCursor(Instant createdAt, String id) {

  /** Before everything. */
  public static final CreationCursor START = new CreationCursor(Instant.EPOCH, "");

  /**
   * What {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static CreationCursor of(String text) {
    int blank = text.indexOf(' ');
    return new CreationCursor(
        MicrosConverter.instant(Long.parseLong(text, 0, blank, 10)), text.substring(blank + 1));
  }

  /** For a page token. */
  public String text() {
    return MicrosConverter.micros(createdAt) + " " + id;
  }
}
