package org.carillon.server.people.usernumbers;

import java.time.Instant;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UserCallerId;
import org.carillon.server.inventory.numbers.NumberKey;
import org.jspecify.annotations.Nullable;

/**
 * The primary number, caller ID and sign-ins of a user.
 *
 * @param primary what the user shows without a choice; null for one without a number
 * @param chosen what the user shows by choice; null when there is none, or none any longer
 * @param changedSince when the latest change was made that is noticed after signing in again
 * @param signedInAt the latest sign-in that was reported
 */
record UserTelephony(
    String userId,
    String accountId,
    TelephonySettings permissions,
    @Nullable CallerId primary,
    @Nullable CallerId chosen,
    @Nullable Instant changedSince,
    @Nullable Instant signedInAt) {

  /** Returns the caller ID; null for a user without a number. */
  @Nullable CallerId shown() {
    return chosen == null ? primary : chosen;
  }

  /** Returns whether that number is the caller ID. */
  boolean shows(NumberKey numberId) {
    CallerId shown = shown();
    return shown != null && shown.numberId().equals(numberId);
  }

  /**
   * Returns whether no sign-in was later than the latest change. Clients see and report
   * milliseconds, so one reported for that of the change may have been before it.
   */
  private boolean signInRequired() {
    return changedSince != null && (signedInAt == null || !signedInAt.isAfter(changedSince));
  }

  /** Returns the caller ID for clients; null for a user without a number. */
  @Nullable UserCallerId callerId() {
    CallerId shown = shown();
    return shown == null
        ? null
        : new UserCallerId(
            chosen == null ? null : chosen.e164().text(),
            shown.e164().text(),
            shown.equals(primary));
  }

  /** Returns the view for clients. */
  org.carillon.api.model.UserTelephony view() {
    return org.carillon.api.model.UserTelephony.builder()
        .userId(userId)
        .accountId(accountId)
        .primaryProvisionedNumber(primary == null ? null : primary.e164().text())
        .callerId(callerId())
        .telephony(permissions)
        .signInRequired(signInRequired())
        .signInRequiredTimestamp(signInRequired() ? changedSince : null)
        .lastSignInTimestamp(signedInAt)
        .build();
  }
}
