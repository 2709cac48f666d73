package org.carillon.server.calls.resolver;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.carillon.platform.db.schema.Tables.CALL_REFERENCE;
import static org.carillon.platform.db.schema.Tables.HUNT_GROUP;
import static org.carillon.platform.db.schema.Tables.HUNT_GROUP_IDLE;
import static org.carillon.platform.db.schema.Tables.HUNT_GROUP_TURN;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.RegistrationStatus;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.MicrosConverter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.EntrySlot;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.flows.Flow;
import org.carillon.server.calls.resolver.CallSnapshot.Member;
import org.carillon.server.calls.resolver.CallSnapshot.Person;
import org.carillon.server.calls.resolver.CallSnapshot.Reachability;
import org.carillon.server.calls.resolver.CallSnapshot.RungGroup;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reads flows and people as a call meets them, many in one query. */
final class SnapshotStore {

  private static final List<Field<?>> PERSON =
      List.of(
          ACCOUNT_USER.USER_ID,
          ACCOUNT_USER.EMAIL,
          ACCOUNT_USER.DISPLAY_NAME,
          ACCOUNT_USER.REGISTRATION_STATUS,
          ACCOUNT_USER.INBOUND_CALLING,
          ACCOUNT_USER.REMOVED_AT);

  private static final Query<GroupRow> GROUPS =
      Query.of(
          sql ->
              sql.select(HUNT_GROUP.FLOW_ID, HUNT_GROUP.STRATEGY, HUNT_GROUP.RING_SECONDS)
                  .select(HUNT_GROUP_TURN.LAST_USER_ID)
                  .from(HUNT_GROUP)
                  .leftJoin(HUNT_GROUP_TURN)
                  .on(HUNT_GROUP_TURN.ORGANIZATION_ID.eq(HUNT_GROUP.ORGANIZATION_ID))
                  .and(HUNT_GROUP_TURN.FLOW_ID.eq(HUNT_GROUP.FLOW_ID))
                  .where(ContextSql.ofOrganization(HUNT_GROUP.ORGANIZATION_ID))
                  .and(among(HUNT_GROUP.FLOW_ID)),
          row ->
              new GroupRow(
                  row.get(HUNT_GROUP.FLOW_ID),
                  HuntGroupStrategy.valueOf(row.get(HUNT_GROUP.STRATEGY)),
                  row.get(HUNT_GROUP.RING_SECONDS),
                  row.get(HUNT_GROUP_TURN.LAST_USER_ID)));

  private static final Query<Map.Entry<String, Member>> MEMBERS =
      Query.of(
          sql ->
              sql.select(CALL_REFERENCE.FROM_ID, HUNT_GROUP_IDLE.IDLE_SINCE)
                  .select(PERSON)
                  .from(CALL_REFERENCE)
                  .join(ACCOUNT_USER)
                  .on(ACCOUNT_USER.ORGANIZATION_ID.eq(CALL_REFERENCE.ORGANIZATION_ID))
                  .and(ACCOUNT_USER.USER_ID.eq(CALL_REFERENCE.TO_ID))
                  .leftJoin(HUNT_GROUP_IDLE)
                  .on(HUNT_GROUP_IDLE.ORGANIZATION_ID.eq(CALL_REFERENCE.ORGANIZATION_ID))
                  .and(HUNT_GROUP_IDLE.FLOW_ID.eq(CALL_REFERENCE.FROM_ID))
                  .and(HUNT_GROUP_IDLE.USER_ID.eq(CALL_REFERENCE.TO_ID))
                  .where(FlowEntryStore.OF_ORGANIZATION)
                  .and(among(CALL_REFERENCE.FROM_ID))
                  .and(CALL_REFERENCE.WHAT.eq(inline(EntrySlot.MEMBER.name())))
                  .orderBy(CALL_REFERENCE.FROM_ID, CALL_REFERENCE.POSITION)
                  .limit(limit()),
          row ->
              Map.entry(
                  row.get(CALL_REFERENCE.FROM_ID),
                  new Member(person(row), idle(row.get(HUNT_GROUP_IDLE.IDLE_SINCE)))));

  private static final Query<Person> PEOPLE =
      Query.of(
          sql ->
              sql.select(PERSON)
                  .from(ACCOUNT_USER)
                  .where(ContextSql.ofOrganization(ACCOUNT_USER.ORGANIZATION_ID))
                  .and(among(ACCOUNT_USER.USER_ID)),
          SnapshotStore::person);

  /** A hunt group's own row, and whose turn it was last. */
  private record GroupRow(
      String id, HuntGroupStrategy strategy, int ringSeconds, @Nullable String lastUserId) {}

  /**
   * Those hunt groups with their members and whose turn it is.
   *
   * @param noAnswers where their unanswered calls go, by id
   * @param most how many members to read at most, of all of them together
   */
  Map<String, RungGroup> groups(
      OperationContext context, List<Flow> groups, Map<String, CallTarget> noAnswers, int most) {
    if (groups.isEmpty()) {
      return Map.of();
    }
    List<String> ids = groups.stream().map(Flow::id).toList();
    Map<String, List<Member>> members = members(context, ids, most);
    Map<String, RungGroup> found = new HashMap<>();
    Map<String, GroupRow> rows =
        GROUPS
            .list(
                context.transaction(),
                context.organization(),
                Argument.among(HUNT_GROUP.FLOW_ID, ids))
            .stream()
            .collect(toMap(GroupRow::id, identity()));
    for (Flow flow : groups) {
      GroupRow row = rows.get(flow.id());
      if (row == null) {
        throw new IllegalStateException(flow.describe() + " has no row of its own");
      }
      found.put(
          flow.id(),
          new RungGroup(
              flow.name(),
              row.strategy(),
              row.ringSeconds(),
              members.getOrDefault(flow.id(), List.of()),
              noAnswers.get(flow.id()),
              row.lastUserId()));
    }
    return found;
  }

  private static Map<String, List<Member>> members(
      OperationContext context, List<String> ids, int most) {
    return MEMBERS
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(CALL_REFERENCE.FROM_ID, ids),
            Argument.limit(most))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static long idle(@Nullable Instant since) {
    return since == null ? Long.MIN_VALUE : MicrosConverter.micros(since);
  }

  /** The people of those ids, by id. */
  Map<String, Person> people(OperationContext context, Collection<String> userIds) {
    return userIds.isEmpty()
        ? Map.of()
        : PEOPLE
            .list(
                context.transaction(),
                context.organization(),
                Argument.among(ACCOUNT_USER.USER_ID, userIds))
            .stream()
            .collect(toMap(Person::userId, identity()));
  }

  private static Person person(Row row) {
    String email = row.get(ACCOUNT_USER.EMAIL);
    return new Person(
        row.get(ACCOUNT_USER.USER_ID),
        email == null ? row.get(ACCOUNT_USER.DISPLAY_NAME) : email,
        reachability(row));
  }

  private static Reachability reachability(Row row) {
    String registration = row.get(ACCOUNT_USER.REGISTRATION_STATUS);
    if (row.get(ACCOUNT_USER.REMOVED_AT) != null) {
      return Reachability.REMOVED;
    }
    if (registration.equals(RegistrationStatus.SUSPENDED.value())) {
      return Reachability.SUSPENDED;
    }
    if (registration.equals(RegistrationStatus.UNREGISTERED.value())) {
      return Reachability.UNREGISTERED;
    }
    return row.get(ACCOUNT_USER.INBOUND_CALLING) ? Reachability.READY : Reachability.INBOUND_OFF;
  }
}
