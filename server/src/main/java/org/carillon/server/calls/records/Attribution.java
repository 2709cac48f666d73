package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordInvolvement;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/** The ledger's facts about the numbers and users of some reports. */
final class Attribution {

  private final Map<E164, List<AttributionStore.Tenure>> tenures;
  private final Map<NumberKey, List<AttributionStore.AssignmentInterval>> spans;
  private final Map<String, AttributionStore.UserLifetime> users;

  private Attribution(
      Map<E164, List<AttributionStore.Tenure>> tenures,
      Map<NumberKey, List<AttributionStore.AssignmentInterval>> spans,
      Map<String, AttributionStore.UserLifetime> users) {
    this.tenures = tenures;
    this.spans = spans;
    this.users = users;
  }

  /**
   * Reads it in three queries, however many reports there are, or a few more for thousands of
   * users; the numbers are kept first.
   *
   * @param instants by which each report is attributed, asked once the numbers are kept
   */
  static Attribution of(
      OperationContext context,
      AttributionStore attributions,
      Collection<Report> reports,
      Function<Report, Instant> instants) {
    Map<E164, List<Report>> ofNumber = new TreeMap<>();
    Set<String> users = new TreeSet<>();
    for (Report report : reports) {
      ofNumber.computeIfAbsent(report.e164(), _ -> new ArrayList<>()).add(report);
      users.addAll(report.userIds());
    }
    List<AttributionStore.Tenure> tenures =
        attributions.lockTenuresShared(context, ofNumber.keySet());
    // Others may be many: a number can have come and gone often.
    Map<NumberKey, Instant> since = new TreeMap<>();
    for (AttributionStore.Tenure tenure : tenures) {
      requireNonNull(ofNumber.get(tenure.e164())).stream()
          .map(instants)
          .filter(tenure::covers)
          .forEach(at -> since.merge(tenure.numberId(), at, Attribution::earlier));
    }
    Map<String, AttributionStore.UserLifetime> known = attributions.users(context, users);
    return new Attribution(
        tenures.stream().collect(groupingBy(AttributionStore.Tenure::e164)),
        since.isEmpty()
            ? Map.of()
            : attributions.spans(context, since, known.keySet()).stream()
                .collect(groupingBy(AttributionStore.AssignmentInterval::numberId)),
        known);
  }

  private static Instant earlier(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }

  /**
   * The tenure in which the organization had the number at that instant.
   *
   * @throws org.carillon.api.model.NotFoundException when it never had it
   * @throws org.carillon.api.model.BadRequestException when it had it at another time
   */
  AttributionStore.Tenure tenure(E164 e164, Instant at) {
    List<AttributionStore.Tenure> known =
        tenures.getOrDefault(e164, List.of()).stream()
            .filter(each -> each.acquiredAt() != null)
            .toList();
    if (known.isEmpty()) {
      throw Refusal.notFound("there is no phone number " + e164 + " in this organization");
    }
    return known.stream()
        .filter(each -> each.covers(at))
        .findFirst()
        .orElseThrow(() ->
            Refusal.badRequest(
                e164
                    + " was not in this organization at "
                    + at
                    + ", so the report is not recorded"));
  }

  /** Returns the holder of the number at that instant, which members of its line are not. */
  Optional<AttributionStore.AssignmentInterval> holder(NumberKey numberId, Instant at) {
    return spans.getOrDefault(numberId, List.of()).stream()
        .filter(each -> !each.isLineMember() && each.covers(at))
        .findFirst();
  }

  /**
   * Refuses a user whom the organization did not have at that instant.
   *
   * @throws org.carillon.api.model.NotFoundException when it never had the user
   * @throws org.carillon.api.model.BadRequestException when the user came later or left before
   */
  void refuseStranger(String userId, Instant at) {
    AttributionStore.UserLifetime user = users.get(userId);
    if (user == null) {
      throw Refusal.notFound("there is no user " + userId + " in this organization");
    }
    if (!user.covers(at)) {
      throw Refusal.badRequest(
          "user "
              + userId
              + " was not in this organization at "
              + at
              + " but from "
              + user.createdAt()
              + (user.endedAt() == null ? " on" : " until " + user.endedAt()));
    }
  }

  /**
   * Returns a user's involvement by the ledger, not by the engine's report. An outbound-only member
   * cannot be reached by the number, and so came to an inbound call by a call flow.
   */
  RecordInvolvement involvement(
      String userId,
      AttributionStore.@Nullable AssignmentInterval holder,
      NumberKey numberId,
      Report report,
      Instant at) {
    if (holder != null && isUser(holder) && holder.holderId().equals(userId)) {
      return RecordInvolvement.ASSIGNED;
    }
    List<Role> memberships =
        spans.getOrDefault(numberId, List.of()).stream()
            .filter(
                each -> each.isLineMember() && each.holderId().equals(userId) && each.covers(at))
            .map(each -> Role.valueOf(each.role()))
            .toList();
    if (memberships.contains(Role.ASSIGNEE)) {
      return RecordInvolvement.ASSIGNED;
    }
    return memberships.contains(Role.OUTBOUND)
            && report.category().direction() == RecordDirection.OUTBOUND
        ? RecordInvolvement.OUTBOUND_ONLY
        : RecordInvolvement.CALL_FLOW;
  }

  static boolean isUser(AttributionStore.AssignmentInterval holder) {
    return holder.kind().equals(Holder.Kind.USER.name());
  }

  static boolean isLine(AttributionStore.AssignmentInterval holder) {
    return holder.kind().equals(Holder.Kind.LINE.name());
  }
}
