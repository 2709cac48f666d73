package org.carillon.server.calls.records;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Record6;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads in the ledger who had a number at an instant. */
final class AttributionStore {

  /** The time during which the organization had a number. */
  record Tenure(
      NumberKey numberId,
      E164 e164,
      @Nullable Instant acquiredAt,
      @Nullable Instant leavesAt,
      Instant changedAt) {

    boolean covers(Instant at) {
      return acquiredAt != null && !at.isBefore(acquiredAt) && isBefore(at, leavesAt);
    }
  }

  /** The time during which a holder had a number in a role. */
  record AssignmentInterval(
      NumberKey numberId,
      String holderId,
      String kind,
      String role,
      Instant from,
      @Nullable Instant to) {

    boolean covers(Instant at) {
      return !at.isBefore(from) && isBefore(at, to);
    }

    boolean isLineMember() {
      return Role.valueOf(role).isLineMember();
    }
  }

  /** A user, and from when until when there was one. */
  record UserLifetime(String userId, Instant createdAt, @Nullable Instant endedAt) {

    boolean covers(Instant at) {
      return !at.isBefore(createdAt) && isBefore(at, endedAt);
    }
  }

  private static final Query<Tenure> TENURES_KEPT =
      Query.lockingShared(
          ResourceLock.NUMBER,
          PHONE_NUMBER,
          sql ->
              sql.select(
                      PHONE_NUMBER.NUMBER_ID,
                      PHONE_NUMBER.E164,
                      PHONE_NUMBER.ACQUIRED_AT,
                      PHONE_NUMBER.LEAVES_AT,
                      PHONE_NUMBER.CHANGED_AT)
                  .from(PHONE_NUMBER)
                  .where(NumberSql.ofOrganization())
                  .and(among(PHONE_NUMBER.E164))
                  .orderBy(PHONE_NUMBER.E164, PHONE_NUMBER.CREATED_AT),
          row ->
              new Tenure(
                  new NumberKey(row.get(PHONE_NUMBER.NUMBER_ID)),
                  new E164(row.get(PHONE_NUMBER.E164)),
                  row.get(PHONE_NUMBER.ACQUIRED_AT),
                  row.get(PHONE_NUMBER.LEAVES_AT),
                  row.get(PHONE_NUMBER.CHANGED_AT)));

  private static final Query<UserLifetime> USERS =
      Query.of(
          sql ->
              sql.select(HOLDER.HOLDER_ID, HOLDER.CREATED_AT, HOLDER.ENDED_AT)
                  .from(HOLDER)
                  .where(ContextSql.ofOrganization(HOLDER.ORGANIZATION_ID))
                  .and(among(HOLDER.HOLDER_ID))
                  .and(HOLDER.KIND.eq(inline(Holder.Kind.USER.name()))),
          row ->
              new UserLifetime(
                  row.get(HOLDER.HOLDER_ID), row.get(HOLDER.CREATED_AT), row.get(HOLDER.ENDED_AT)));

  private static final Query<Holder> HOLDERS =
      Query.of(
          sql ->
              sql.select(HOLDER.HOLDER_ID, HOLDER.KIND, HOLDER.NAME, HOLDER.ACCOUNT_ID)
                  .from(HOLDER)
                  .where(ContextSql.ofOrganization(HOLDER.ORGANIZATION_ID))
                  .and(among(HOLDER.HOLDER_ID)),
          row ->
              new Holder(
                  row.get(HOLDER.HOLDER_ID),
                  Holder.Kind.valueOf(row.get(HOLDER.KIND)),
                  row.get(HOLDER.ACCOUNT_ID),
                  row.get(HOLDER.NAME)));

  /**
   * The number of users in one query: SQLite takes a million bytes, and jOOQ writes values beyond
   * its limit of parameters into the statement.
   */
  private static final int CHUNK = 1000;

  private static boolean isBefore(Instant at, @Nullable Instant end) {
    return end == null || at.isBefore(end);
  }

  /**
   * Locks every tenure of the numbers, so that no holder changes before the transaction ends. It
   * waits for assignments in progress.
   */
  List<Tenure> lockTenuresShared(OperationContext context, Collection<E164> e164s) {
    List<Tenure> found =
        TENURES_KEPT.list(
            context.transaction(),
            context.organization(),
            Argument.among(PHONE_NUMBER.E164, E164.texts(e164s)));
    found.forEach(each -> context.transaction().nowAfter(each.changedAt()));
    return found;
  }

  /**
   * Returns the holders of each number since an instant, and the users who were members of its
   * line.
   */
  Set<AssignmentInterval> spans(
      OperationContext context, Map<NumberKey, Instant> since, Collection<String> userIds) {
    if (userIds.isEmpty()) {
      return Set.copyOf(spansOf(context, since, userIds));
    }
    // Who held the number is read again with each thousand users, and counts once.
    return userIds.stream()
        .gather(Gatherers.windowFixed(CHUNK))
        .flatMap(some -> spansOf(context, since, some).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<AssignmentInterval> spansOf(
      OperationContext context, Map<NumberKey, Instant> since, Collection<String> userIds) {
    Condition counts = LedgerSql.owner(ASSIGNMENT);
    if (!userIds.isEmpty()) {
      counts = counts.or(ASSIGNMENT.HOLDER_ID.in(userIds));
    }
    // Each of the three has an index of its own; a line may have hundreds of members.
    Select<Record6<Long, String, String, String, Instant, Instant>> spans =
        spans(
                context,
                ASSIGNMENT,
                ASSIGNMENT
                    .NUMBER_ID
                    .in(NumberKey.values(since.keySet()))
                    .and(LedgerSql.open(ASSIGNMENT))
                    .and(LedgerSql.owner(ASSIGNMENT)))
            .unionAll(closed(context, since, counts));
    if (!userIds.isEmpty()) {
      spans =
          spans.unionAll(
              spans(
                  context,
                  ASSIGNMENT,
                  ASSIGNMENT
                      .HOLDER_ID
                      .in(userIds)
                      .and(isOneOf(since.keySet()))
                      .and(LedgerSql.open(ASSIGNMENT))
                      .and(LedgerSql.lineMember(ASSIGNMENT))));
    }
    return context
        .transaction()
        .sql()
        .fetch(spans)
        .map(row ->
            new AssignmentInterval(
                new NumberKey(row.value1()),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6()));
  }

  /**
   * Told of what each user has, which is little: a hundred users and a hundred numbers would
   * otherwise be ten thousand places of the index to look at. The range makes SQLite take the index
   * of open assignments, as in {@link org.carillon.server.inventory.numbers.HolderStore}.
   */
  private static Condition isOneOf(Collection<NumberKey> numberIds) {
    return LedgerSql.byHolder(ASSIGNMENT)
        .and(ASSIGNMENT.NUMBER_ID.add(inline(0L)).in(NumberKey.values(numberIds)));
  }

  /**
   * What was closed since then, of each number since another instant: an old report of one must not
   * read the past of all. Looked up number by number, which SQLite must be told by the kind of
   * join; of a hundred alternatives it would make one walk through the whole ledger.
   */
  private static Select<Record6<Long, String, String, String, Instant, Instant>> closed(
      OperationContext context, Map<NumberKey, Instant> since, Condition counts) {
    Table<?> wanted =
        DSL.values(
                since.entrySet().stream()
                    .map(each ->
                        row(
                            List.of(
                                val(each.getKey().value(), ASSIGNMENT.NUMBER_ID),
                                val(each.getValue(), ASSIGNMENT.TO_AT))))
                    .toArray(RowN[]::new))
            .as("wanted", "number_id", "since");
    return spans(
        context,
        wanted.crossJoin(ASSIGNMENT),
        counts
            .and(ASSIGNMENT.NUMBER_ID.eq(wanted.field(0, ASSIGNMENT.NUMBER_ID.getDataType())))
            .and(ASSIGNMENT.TO_AT.gt(wanted.field(1, ASSIGNMENT.TO_AT.getDataType()))));
  }

  private static Select<Record6<Long, String, String, String, Instant, Instant>> spans(
      OperationContext context, Table<?> from, Condition which) {
    return context
        .transaction()
        .sql()
        .select(
            ASSIGNMENT.NUMBER_ID,
            ASSIGNMENT.HOLDER_ID,
            ASSIGNMENT.HOLDER_KIND,
            ASSIGNMENT.ROLE,
            ASSIGNMENT.FROM_AT,
            ASSIGNMENT.TO_AT)
        .from(from)
        .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
        .and(which);
  }

  /** Those of the ids that are users of the organization, or were. */
  Map<String, UserLifetime> users(OperationContext context, Collection<String> userIds) {
    return USERS
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(HOLDER.HOLDER_ID, userIds))
        .stream()
        .collect(Collectors.toMap(UserLifetime::userId, Function.identity()));
  }

  /** Returns the names of holders in messages, by their ids. */
  Map<String, String> descriptions(OperationContext context, Collection<String> holderIds) {
    return HOLDERS
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(HOLDER.HOLDER_ID, holderIds))
        .stream()
        .collect(Collectors.toMap(Holder::holderId, Holder::describe));
  }
}
