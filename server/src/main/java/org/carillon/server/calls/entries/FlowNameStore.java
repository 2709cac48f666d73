package org.carillon.server.calls.entries;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.schema.Tables.CALL_FLOW;
import static org.carillon.platform.db.schema.Tables.HOLDER;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;

/** The flows by name, as people know them. */
public final class FlowNameStore {

  /** The condition that a flow is the organization's of a run and is not removed. */
  public static final Condition LIVE =
      ContextSql.ofOrganization(CALL_FLOW.ORGANIZATION_ID).and(CALL_FLOW.REMOVED_AT.isNull());

  /** A flow and its name, such as "hunt group Sales". */
  private record Named(FlowId flow, String name, Instant createdAt) {

    private static Named of(FlowId.Kind kind, String id, String name, Instant createdAt) {
      return new Named(new FlowId(kind, id), kind.describe() + " " + name, createdAt);
    }
  }

  private static final Query<Named> FLOWS =
      Query.of(
          sql ->
              sql.selectFrom(CALL_FLOW)
                  .where(ContextSql.ofOrganization(CALL_FLOW.ORGANIZATION_ID))
                  .and(among(CALL_FLOW.FLOW_ID)),
          row ->
              Named.of(
                  FlowId.Kind.valueOf(row.get(CALL_FLOW.KIND)),
                  row.get(CALL_FLOW.FLOW_ID),
                  row.get(CALL_FLOW.NAME),
                  row.get(CALL_FLOW.CREATED_AT)));

  private static final Query<Named> LINES =
      Query.of(
          sql ->
              sql.select(HOLDER.HOLDER_ID, HOLDER.NAME, HOLDER.CREATED_AT)
                  .from(HOLDER)
                  .where(ContextSql.ofOrganization(HOLDER.ORGANIZATION_ID))
                  .and(among(HOLDER.HOLDER_ID)),
          row ->
              Named.of(
                  FlowId.Kind.LINE,
                  row.get(HOLDER.HOLDER_ID),
                  row.get(HOLDER.NAME),
                  row.get(HOLDER.CREATED_AT)));

  /** Returns the names of those flows, such as "hunt group Sales", the oldest flow first. */
  public Map<FlowId, String> names(OperationContext context, Collection<FlowId> flows) {
    Map<FlowId, String> names = new LinkedHashMap<>();
    if (flows.isEmpty()) {
      return names;
    }
    List<String> ids = flows.stream().map(FlowId::id).distinct().toList();
    FLOWS
        .list(context.transaction(), context.organization(), Argument.among(CALL_FLOW.FLOW_ID, ids))
        .stream()
        .sorted(Comparator.comparing(Named::createdAt))
        .forEach(each -> names.put(each.flow(), each.name()));
    LINES
        .list(context.transaction(), context.organization(), Argument.among(HOLDER.HOLDER_ID, ids))
        .forEach(each -> names.put(each.flow(), each.name()));
    return names;
  }
}
