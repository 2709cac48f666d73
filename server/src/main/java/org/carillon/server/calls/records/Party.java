package org.carillon.server.calls.records;

import org.carillon.api.model.RecordInvolvement;
import org.carillon.api.model.RecordUser;
import org.jspecify.annotations.Nullable;

/**
 * A user of a record.
 *
 * @param involvement how the user came to it, by the ledger at that time
 * @param isHolder whether the user held the number at that time, rather than a line
 */
record Party(
    String userId,
    RecordInvolvement involvement,
    boolean isHolder,
    @Nullable String huntGroupId,
    @Nullable String autoAttendantId) {

  /** The user whose own number it was, and who need not have taken part. */
  static Party holder(String userId) {
    return new Party(userId, RecordInvolvement.ASSIGNED, true, null, null);
  }

  RecordUser view() {
    return RecordUser.builder()
        .userId(userId)
        .involvement(involvement)
        .heldNumber(isHolder)
        .huntGroupId(huntGroupId)
        .autoAttendantId(autoAttendantId)
        .build();
  }
}
