package org.carillon.server.calls.records;

import java.util.Optional;
import org.carillon.api.model.RecordInvolvement;
import org.carillon.api.model.RecordVisibilityRule;

/**
 * Who sees a record beside those whose own it is: the rules of the reference for people who are
 * assigned to a number ("Assigned users can see", "Assigned users cannot see").
 */
final class Visibility {

  private Visibility() {}

  /**
   * Returns the rule that decides whether the users of the line see the record. It depends on the
   * record only, so it is decided once, when the record is written.
   */
  static RecordVisibilityRule rule(Communication record) {
    if (record.lineId() == null) {
      return RecordVisibilityRule.NO_LINE;
    }
    return switch (record.category()) {
      case INBOUND_MISSED -> RecordVisibilityRule.MISSED_CALL;
      case VOICEMAIL ->
          record.inbox().isDefault()
              ? RecordVisibilityRule.DEFAULT_INBOX
              : RecordVisibilityRule.PERSONAL_INBOX;
      case MESSAGE_RECEIVED -> received(record);
      case INBOUND_ANSWERED, OUTBOUND_ANSWERED, OUTBOUND_MISSED, MESSAGE_SENT -> byParties(record);
    };
  }

  /**
   * A message comes to the number and by no call flow. The users of the line see a message that an
   * assigned user received, even if others received it too, and a message for which the engine
   * names no user.
   */
  private static RecordVisibilityRule received(Communication record) {
    return record.parties().isEmpty()
            || record.parties().stream()
                .anyMatch(each -> each.involvement() == RecordInvolvement.ASSIGNED)
        ? RecordVisibilityRule.OTHERS_ASSIGNED
        : RecordVisibilityRule.NO_ASSIGNED_USER;
  }

  /** A user who was not assigned hides the record, even if assigned users took part. */
  private static RecordVisibilityRule byParties(Communication record) {
    if (record.parties().isEmpty()) {
      return RecordVisibilityRule.NO_ASSIGNED_USER;
    }
    return deciding(record)
        .map(party ->
            party.involvement() == RecordInvolvement.CALL_FLOW
                ? RecordVisibilityRule.CALL_FLOW_USER
                : RecordVisibilityRule.OUTBOUND_ONLY_USER)
        .orElse(RecordVisibilityRule.OTHERS_ASSIGNED);
  }

  /** The one who took part without being assigned, if there is one. */
  static Optional<Party> deciding(Communication record) {
    return record.parties().stream()
        .filter(each -> each.involvement() != RecordInvolvement.ASSIGNED)
        .findFirst();
  }

  /** Returns whether a rule lets the people of the line see a record. */
  static boolean isShared(RecordVisibilityRule rule) {
    return switch (rule) {
      case MISSED_CALL, DEFAULT_INBOX, OTHERS_ASSIGNED -> true;
      case OWN,
          NO_LINE,
          NOT_ASSIGNED,
          CALL_FLOW_USER,
          OUTBOUND_ONLY_USER,
          PERSONAL_INBOX,
          NO_ASSIGNED_USER,
          BEFORE_ASSIGNMENT ->
          false;
    };
  }
}
