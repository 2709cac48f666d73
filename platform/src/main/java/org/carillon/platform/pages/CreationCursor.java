package org.carillon.platform.pages;

import java.time.Instant;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.MicrosConverter;

/** The place behind what was created at an instant with an identifier, in order of creation. */
public record CreationCursor(Instant createdAt, String id) {

  /** Before all rows, where the oldest comes first. */
  public static final CreationCursor OLDEST_FIRST = new CreationCursor(Instant.EPOCH, "");

  /** Before all rows, where the newest comes first. */
  public static final CreationCursor NEWEST_FIRST =
      new CreationCursor(MicrosConverter.instant(Long.MAX_VALUE), "");

  /** Returns this cursor for a run. */
  public Argument argument() {
    return CreationCursorSql.argument(this);
  }
}
