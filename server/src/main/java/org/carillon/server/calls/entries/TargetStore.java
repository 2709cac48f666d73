package org.carillon.server.calls.entries;

import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.CALL_FLOW;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberSql;
import org.carillon.server.inventory.numbers.Phase;
import org.jooq.Record;

/** Looks up what flows can lead to: which users and flows exist, and who holds which number. */
public final class TargetStore {

  private static final int CHUNK = 1000;

  /** Those of the ids that are users of the organization. */
  Set<String> users(OperationContext context, List<String> userIds) {
    return userIds.stream()
        .gather(Gatherers.windowFixed(CHUNK))
        .flatMap(some ->
            context
                .transaction()
                .sql()
                .select(ACCOUNT_USER.USER_ID)
                .from(ACCOUNT_USER)
                .where(ACCOUNT_USER.ORGANIZATION_ID.eq(context.organizationId()))
                .and(ACCOUNT_USER.USER_ID.in(some))
                .and(ACCOUNT_USER.REMOVED_AT.isNull())
                .fetch(ACCOUNT_USER.USER_ID)
                .stream())
        .collect(Collectors.toSet());
  }

  /** Those of the ids that are flows of the organization. */
  public Set<FlowId> flows(OperationContext context, List<String> flowIds) {
    return flowIds.stream()
        .gather(Gatherers.windowFixed(CHUNK))
        .flatMap(some ->
            context
                .transaction()
                .sql()
                .selectFrom(CALL_FLOW)
                .where(FlowNameStore.live(context))
                .and(CALL_FLOW.FLOW_ID.in(some))
                .fetch(row -> new FlowId(FlowId.Kind.valueOf(row.getKind()), row.getFlowId()))
                .stream())
        .collect(Collectors.toSet());
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
    context
        .transaction()
        .sql()
        .select(PHONE_NUMBER.E164, PHONE_NUMBER.PHASE, PHONE_NUMBER.LEAVES_AT)
        .select(HOLDER.HOLDER_ID, HOLDER.KIND, HOLDER.ACCOUNT_ID, HOLDER.NAME)
        .from(PHONE_NUMBER)
        .leftJoin(ASSIGNMENT)
        .on(LedgerSql.ofNumber(ASSIGNMENT, PHONE_NUMBER))
        .and(LedgerSql.open(ASSIGNMENT))
        .and(LedgerSql.owner(ASSIGNMENT))
        .leftJoin(HOLDER)
        .on(LedgerSql.holder(ASSIGNMENT))
        .where(NumberSql.inInventory(context))
        .and(PHONE_NUMBER.E164.in(values))
        .forEach(row -> found.put(row.get(PHONE_NUMBER.E164), holding(row, context.now())));
    found.values().removeIf(NumberHolding.Foreign.class::isInstance);
    return found;
  }

  /**
   * Locks the organization's own numbers, so that none is deleted or assigned before the
   * transaction ends.
   */
  void lockNumbersShared(OperationContext context, Collection<String> values) {
    if (!values.isEmpty()) {
      context
          .transaction()
          .lockShared(
              ResourceLock.NUMBER,
              context
                  .transaction()
                  .sql()
                  .select(PHONE_NUMBER.E164)
                  .from(PHONE_NUMBER)
                  .where(NumberSql.inInventory(context))
                  .and(PHONE_NUMBER.E164.in(values))
                  .orderBy(PHONE_NUMBER.E164),
              PHONE_NUMBER)
          .fetch();
    }
  }

  /** The numbers that those holders have. */
  List<String> heldBy(OperationContext context, Collection<String> holderIds) {
    return holderIds.isEmpty()
        ? List.of()
        : context
            .transaction()
            .sql()
            .select(PHONE_NUMBER.E164)
            .from(ASSIGNMENT)
            .join(PHONE_NUMBER)
            .on(LedgerSql.number(ASSIGNMENT, PHONE_NUMBER))
            .where(LedgerSql.ofOrganization(ASSIGNMENT, context))
            .and(ASSIGNMENT.HOLDER_ID.in(holderIds))
            .and(LedgerSql.open(ASSIGNMENT))
            .orderBy(PHONE_NUMBER.E164)
            .limit(CallGraph.MAX_AT_ONCE)
            .fetch(PHONE_NUMBER.E164);
  }

  private static NumberHolding holding(Record row, Instant now) {
    return switch (Phase.valueOf(row.get(PHONE_NUMBER.PHASE))) {
      case ACQUIRING -> new NumberHolding.Acquiring();
      case HELD ->
          row.get(HOLDER.HOLDER_ID) == null
              ? new NumberHolding.Unassigned()
              : new NumberHolding.Held(
                  new Holder(
                      row.get(HOLDER.HOLDER_ID),
                      Holder.Kind.valueOf(row.get(HOLDER.KIND)),
                      row.get(HOLDER.ACCOUNT_ID),
                      row.get(HOLDER.NAME)));
      case DELETED ->
          row.get(PHONE_NUMBER.LEAVES_AT).isAfter(now)
              ? new NumberHolding.Deleted()
              : new NumberHolding.Foreign();
      case FAILED, RELEASED -> new NumberHolding.Foreign();
    };
  }
}
