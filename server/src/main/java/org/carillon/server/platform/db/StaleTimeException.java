package org.carillon.server.platform.db;

import java.time.Instant;

/** Makes the database run the work again, because a row turned out to be newer than its now. */
final class StaleTimeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Instant changed;

  StaleTimeException(Instant changed) {
    super("a locked row was changed later than the transaction's now", null, false, false);
    this.changed = changed;
  }

  Instant changed() {
    return changed;
  }
}
