package org.carillon.server.calls.entries;

import static org.carillon.platform.db.schema.Tables.CALL_FLOW;
import static org.carillon.platform.db.schema.Tables.HOLDER;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;

/** The flows by name, as people know them. */
public final class FlowNameStore {

  /** The condition that a flow is the organization's and is not removed. */
  public static Condition live(OperationContext context) {
    return CALL_FLOW
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(CALL_FLOW.REMOVED_AT.isNull());
  }

  /** Returns the names of those flows, such as "hunt group Sales", the oldest flow first. */
  public Map<FlowId, String> names(OperationContext context, Collection<FlowId> flows) {
    Map<FlowId, String> names = new LinkedHashMap<>();
    if (flows.isEmpty()) {
      return names;
    }
    List<String> ids = flows.stream().map(FlowId::id).distinct().toList();
    context
        .transaction()
        .sql()
        .selectFrom(CALL_FLOW)
        .where(CALL_FLOW.ORGANIZATION_ID.eq(context.organizationId()))
        .and(CALL_FLOW.FLOW_ID.in(ids))
        .fetch()
        .stream()
        .sorted(Comparator.comparing(row -> row.get(CALL_FLOW.CREATED_AT)))
        .forEach(row -> {
          FlowId.Kind kind = FlowId.Kind.valueOf(row.get(CALL_FLOW.KIND));
          names.put(
              new FlowId(kind, row.get(CALL_FLOW.FLOW_ID)),
              kind.describe() + " " + row.get(CALL_FLOW.NAME));
        });
    context
        .transaction()
        .sql()
        .select(HOLDER.HOLDER_ID, HOLDER.NAME)
        .from(HOLDER)
        .where(HOLDER.ORGANIZATION_ID.eq(context.organizationId()))
        .and(HOLDER.HOLDER_ID.in(ids))
        .forEach(holder ->
            names.put(
                new FlowId(FlowId.Kind.LINE, holder.value1()),
                FlowId.Kind.LINE.describe() + " " + holder.value2()));
    return names;
  }
}
