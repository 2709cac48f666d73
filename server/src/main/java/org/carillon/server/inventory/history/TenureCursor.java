package org.carillon.server.inventory.history;

import java.time.Instant;

/** The place behind a number's tenure that was created then, in order of the numbers. */
record TenureCursor(String e164, Instant createdAt) {

  /** Before all tenures. */
  static final TenureCursor START = new TenureCursor("", Instant.EPOCH);
}
