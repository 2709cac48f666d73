package org.carillon.server.inventory.history;

import java.time.Instant;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * A time that a number spent in the organization.
 *
 * @param acquiredAt null when it never came
 * @param leavesAt when its seven days in the deletion queue end; null while it is not there
 */
record Tenure(
    NumberKey numberId,
    E164 e164,
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
    return new TenureCursor(e164.text(), createdAt);
  }
}
