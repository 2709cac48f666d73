package org.carillon.server.calls.entries;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.CALL_FLOW;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.numbers.Phase;
import org.jspecify.annotations.Nullable;

/** Looks up what flows can lead to: which users and flows exist, and who holds which number. */
public final class TargetStore {

  private static final Query<String> USERS =
      Query.of(
          sql ->
              sql.select(ACCOUNT_USER.USER_ID)
                  .from(ACCOUNT_USER)
                  .where(ContextSql.ofOrganization(ACCOUNT_USER.ORGANIZATION_ID))
                  .and(among(ACCOUNT_USER.USER_ID))
                  .and(ACCOUNT_USER.REMOVED_AT.isNull()),
          row -> row.get(ACCOUNT_USER.USER_ID));

  private static final Query<FlowId> FLOWS =
      Query.of(
          sql ->
              sql.select(CALL_FLOW.KIND, CALL_FLOW.FLOW_ID)
                  .from(CALL_FLOW)
                  .where(FlowNameStore.LIVE)
                  .and(among(CALL_FLOW.FLOW_ID)),
          row ->
              new FlowId(FlowId.Kind.valueOf(row.get(CALL_FLOW.KIND)), row.get(CALL_FLOW.FLOW_ID)));

  private static final Query<OwnNumber> NUMBERS =
      Query.of(
          sql ->
              sql.select(PHONE_NUMBER.E164, PHONE_NUMBER.PHASE, PHONE_NUMBER.LEAVES_AT)
                  .select(HOLDER.HOLDER_ID, HOLDER.KIND, HOLDER.ACCOUNT_ID, HOLDER.NAME)
                  .from(PHONE_NUMBER)
                  .leftJoin(ASSIGNMENT)
                  .on(LedgerSql.ofNumber(ASSIGNMENT, PHONE_NUMBER))
                  .and(LedgerSql.open(ASSIGNMENT))
                  .and(LedgerSql.owner(ASSIGNMENT))
                  .leftJoin(HOLDER)
                  .on(LedgerSql.holder(ASSIGNMENT))
                  .where(NumberSql.inOwnInventory())
                  .and(among(PHONE_NUMBER.E164)),
          OwnNumber::read);

  private static final Query<String> NUMBERS_KEPT =
      Query.lockingShared(
          ResourceLock.NUMBER,
          PHONE_NUMBER,
          sql ->
              sql.select(PHONE_NUMBER.E164)
                  .from(PHONE_NUMBER)
                  .where(NumberSql.inOwnInventory())
                  .and(among(PHONE_NUMBER.E164))
                  .orderBy(PHONE_NUMBER.E164),
          row -> row.get(PHONE_NUMBER.E164));

  private static final Query<String> HELD_BY =
      Query.of(
          sql ->
              sql.select(PHONE_NUMBER.E164)
                  .from(ASSIGNMENT)
                  .join(PHONE_NUMBER)
                  .on(LedgerSql.number(ASSIGNMENT, PHONE_NUMBER))
                  .where(LedgerSql.ofOrganization(ASSIGNMENT))
                  .and(among(ASSIGNMENT.HOLDER_ID))
                  .and(LedgerSql.open(ASSIGNMENT))
                  // Not by the column alone, whose index PostgreSQL would walk for the order.
                  .orderBy(PHONE_NUMBER.E164.concat(inline("")))
                  .limit(inline(CallGraph.MAX_AT_ONCE)),
          row -> row.get(PHONE_NUMBER.E164));

  /** A number of the organization and its holder. */
  private record OwnNumber(
      String e164, Phase phase, @Nullable Instant leavesAt, @Nullable Holder holder) {

    private static OwnNumber read(Row row) {
      return new OwnNumber(
          row.get(PHONE_NUMBER.E164),
          Phase.valueOf(row.get(PHONE_NUMBER.PHASE)),
          row.get(PHONE_NUMBER.LEAVES_AT),
          row.get(HOLDER.HOLDER_ID) == null
              ? null
              : new Holder(
                  row.get(HOLDER.HOLDER_ID),
                  Holder.Kind.valueOf(row.get(HOLDER.KIND)),
                  row.get(HOLDER.ACCOUNT_ID),
                  row.get(HOLDER.NAME)));
    }

    private NumberHolding holding(Instant now) {
      return switch (phase) {
        case ACQUIRING -> new NumberHolding.Acquiring();
        case HELD ->
            holder == null ? new NumberHolding.Unassigned() : new NumberHolding.Held(holder);
        case DELETED ->
            requireNonNull(leavesAt).isAfter(now)
                ? new NumberHolding.Deleted()
                : new NumberHolding.Foreign();
        case FAILED, RELEASED -> new NumberHolding.Foreign();
      };
    }
  }

  /** Those of the ids that are users of the organization. */
  Set<String> users(OperationContext context, List<String> userIds) {
    return Set.copyOf(
        USERS.list(
            context.transaction(),
            context.organization(),
            Argument.among(ACCOUNT_USER.USER_ID, userIds)));
  }

  /** Those of the ids that are flows of the organization. */
  public Set<FlowId> flows(OperationContext context, List<String> flowIds) {
    return Set.copyOf(
        FLOWS.list(
            context.transaction(),
            context.organization(),
            Argument.among(CALL_FLOW.FLOW_ID, flowIds)));
  }

  /**
   * Returns what those numbers are to the organization; those that are not its own are left out.
   *
   * @param values as targets have them
   */
  public Map<String, NumberHolding> numbers(OperationContext context, Collection<String> values) {
    Map<String, NumberHolding> found = new HashMap<>();
    if (values.isEmpty()) {
      return found;
    }
    NUMBERS
        .list(context.transaction(), context.organization(), e164s(values))
        .forEach(each -> found.put(each.e164(), each.holding(context.now())));
    found.values().removeIf(NumberHolding.Foreign.class::isInstance);
    return found;
  }

  /**
   * Locks the organization's own numbers, so that none is deleted or assigned before the
   * transaction ends.
   */
  void lockNumbersShared(OperationContext context, Collection<String> values) {
    if (!values.isEmpty()) {
      NUMBERS_KEPT.list(context.transaction(), context.organization(), e164s(values));
    }
  }

  /** The numbers that those holders have. */
  List<String> heldBy(OperationContext context, Collection<String> holderIds) {
    return holderIds.isEmpty()
        ? List.of()
        : HELD_BY.list(
            context.transaction(),
            context.organization(),
            Argument.among(ASSIGNMENT.HOLDER_ID, holderIds));
  }

  private static Argument e164s(Collection<String> values) {
    return Argument.among(PHONE_NUMBER.E164, values);
  }
}
