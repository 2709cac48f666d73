package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.RecordVisibility;
import org.carillon.api.model.RecordVisibilityRule;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.Holder;
import org.jspecify.annotations.Nullable;

/** Finds the rule by which one user sees one record or does not, and words it. */
final class Explanations {

  private final AttributionStore attributions;
  private final LineMembershipStore memberships;
  private final LineSettings settings;

  Explanations(
      AttributionStore attributions, LineMembershipStore memberships, LineSettings settings) {
    this.attributions = attributions;
    this.memberships = memberships;
    this.settings = settings;
  }

  /** The answer about that user and that record, as of now. */
  RecordVisibility of(OperationContext context, Holder user, Communication record) {
    String lineId = record.lineId();
    Optional<LineMembershipStore.Membership> membership =
        lineId == null
            ? Optional.empty()
            : memberships.membership(context, user.holderId(), lineId);
    RecordVisibilityRule rule = rule(context, user.holderId(), record, membership);
    String deciding = decidingUser(rule, record);
    return RecordVisibility.builder()
        .visible(rule == RecordVisibilityRule.OWN || Visibility.isShared(rule))
        .rule(rule)
        .explanation(
            sentence(rule, user, record, membership.orElse(null), names(context, deciding, lineId)))
        .startedTimestamp(record.happenedAt())
        .lineId(lineId)
        .assignedTimestamp(membership.map(LineMembershipStore.Membership::heldSince).orElse(null))
        .decidingUserId(deciding)
        .build();
  }

  private RecordVisibilityRule rule(
      OperationContext context,
      String userId,
      Communication record,
      Optional<LineMembershipStore.Membership> membership) {
    RecordVisibilityRule rule = Visibility.rule(record);
    if (record.party(userId).isPresent()) {
      return RecordVisibilityRule.OWN;
    }
    if (rule == RecordVisibilityRule.NO_LINE) {
      return rule;
    }
    if (membership.isEmpty()) {
      return RecordVisibilityRule.NOT_ASSIGNED;
    }
    boolean isBefore =
        record.happenedAt().isBefore(membership.get().heldSince())
            && !settings.fromAssignmentOn(context, Set.of(membership.get().lineId())).isEmpty();
    return isBefore && Visibility.isShared(rule) ? RecordVisibilityRule.BEFORE_ASSIGNMENT : rule;
  }

  private static @Nullable String decidingUser(RecordVisibilityRule rule, Communication record) {
    return switch (rule) {
      case CALL_FLOW_USER, OUTBOUND_ONLY_USER ->
          Visibility.deciding(record).map(Party::userId).orElse(null);
      case PERSONAL_INBOX -> record.inbox().userId();
      case OWN,
          MISSED_CALL,
          DEFAULT_INBOX,
          OTHERS_ASSIGNED,
          NO_LINE,
          NOT_ASSIGNED,
          NO_ASSIGNED_USER,
          BEFORE_ASSIGNMENT ->
          null;
    };
  }

  /** The names of the deciding user and the line in messages. */
  private record Names(String deciding, String line) {}

  private Names names(
      OperationContext context, @Nullable String deciding, @Nullable String lineId) {
    List<String> ids = new ArrayList<>();
    if (deciding != null) {
      ids.add(deciding);
    }
    if (lineId != null) {
      ids.add(lineId);
    }
    Map<String, String> words = ids.isEmpty() ? Map.of() : attributions.descriptions(context, ids);
    return new Names(
        requireNonNullElse(deciding == null ? null : words.get(deciding), "another user"),
        requireNonNullElse(lineId == null ? null : words.get(lineId), "the line"));
  }

  private static String sentence(
      RecordVisibilityRule rule,
      Holder user,
      Communication record,
      LineMembershipStore.@Nullable Membership membership,
      Names names) {
    String what =
        "this "
            + record.category().kind().value().toLowerCase(Locale.ROOT)
            + " of "
            + record.happenedAt();
    String sees = user.describe() + " sees " + what + ", since ";
    String seesNot = user.describe() + " does not see " + what + ", since ";
    String assigned =
        membership == null
            ? ""
            : "; the user is assigned to " + names.line() + " since " + membership.heldSince();
    return switch (rule) {
      case OWN -> sees + own(user, record);
      case MISSED_CALL ->
          sees + "every user assigned to " + names.line() + " sees its missed calls" + assigned;
      case DEFAULT_INBOX ->
          sees
              + "it went to the default inbox of "
              + names.line()
              + ", which every assigned user sees"
              + assigned;
      case OTHERS_ASSIGNED ->
          sees
              + (record.category() == Category.MESSAGE_RECEIVED
                  ? "it reached users assigned to "
                  : "only users took part who were assigned to ")
              + names.line()
              + assigned;
      case NO_LINE ->
          seesNot + "no line held " + record.e164() + " at that time and the user took no part";
      case NOT_ASSIGNED ->
          seesNot
              + "the user took no part and is not assigned to "
              + names.line()
              + " now; an administrator can assign the user";
      case CALL_FLOW_USER ->
          seesNot
              + names.deciding()
              + " took part by a call flow and was not assigned to "
              + names.line()
              + " at that time";
      case OUTBOUND_ONLY_USER ->
          seesNot
              + names.deciding()
              + " made it with outbound-only access to the number of "
              + names.line();
      case PERSONAL_INBOX ->
          seesNot
              + "it went to the inbox of "
              + names.deciding()
              + " and not to the default inbox of "
              + names.line();
      case NO_ASSIGNED_USER ->
          seesNot + "no user who was assigned to " + names.line() + " took part";
      case BEFORE_ASSIGNMENT ->
          seesNot
              + names.line()
              + " shows a user only the records from the assignment on"
              + assigned;
    };
  }

  private static String own(Holder user, Communication record) {
    Party party = record.party(user.holderId()).orElseThrow();
    if (party.isHolder()) {
      return record.e164() + " was the user's own number at that time";
    }
    if (user.holderId().equals(record.inbox().userId())) {
      return "it went to the user's inbox";
    }
    return switch (party.involvement()) {
      case ASSIGNED -> "the user took part and was assigned to the number at that time";
      case CALL_FLOW -> "the user took part by a call flow";
      case OUTBOUND_ONLY -> "the user made it with outbound-only access to the number";
    };
  }
}
