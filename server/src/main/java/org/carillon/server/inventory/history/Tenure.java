package org.carillon.server.inventory.history;

import java.time.Instant;
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

  /**
   * Returns whether the number was the organization's at that instant, in the deletion queue or
   * not.
   */
  boolean covers(Instant at) {
    return acquiredAt != null
        && !acquiredAt.isAfter(at)
        && (leavesAt == null || leavesAt.isAfter(at));
  }

  TenureCursor cursor() {
    return new TenureCursor(e164, createdAt);
  }
}
