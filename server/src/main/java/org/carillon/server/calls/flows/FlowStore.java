package org.carillon.server.calls.flows;

import static org.carillon.platform.db.schema.Tables.CALL_FLOW;
import static org.jooq.impl.DSL.row;

import java.util.Collection;
import java.util.List;
import org.carillon.platform.changes.ChangeStore;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.ResourceLock;
import org.carillon.server.calls.entries.FlowId;
import org.carillon.server.calls.entries.FlowNameStore;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The rows of all kinds of flows: name, revision and the history of changes. */
final class FlowStore {

  private final ChangeStore changes = new ChangeStore();

  static Flow read(Record row) {
    return new Flow(
        new FlowId(FlowId.Kind.valueOf(row.get(CALL_FLOW.KIND)), row.get(CALL_FLOW.FLOW_ID)),
        row.get(CALL_FLOW.NAME),
        row.get(CALL_FLOW.VERSION),
        row.get(CALL_FLOW.CREATED_AT),
        row.get(CALL_FLOW.CHANGED_AT));
  }

  /**
   * The flow.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  Flow get(OperationContext context, FlowId flowId) {
    return one(context, flowId).fetchOptional(FlowStore::read).orElseThrow(() -> notFound(flowId));
  }

  /**
   * The flow, locked until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  Flow lock(OperationContext context, FlowId flowId) {
    Flow flow =
        context
            .transaction()
            .lock(ResourceLock.CALL_FLOW, one(context, flowId), CALL_FLOW)
            .fetchOptional(FlowStore::read)
            .orElseThrow(() -> notFound(flowId));
    context.transaction().nowAfter(flow.changedAt());
    return flow;
  }

  /** One page in order of creation. */
  List<Flow> page(OperationContext context, FlowId.Kind kind, CreationCursor after, int limit) {
    return context
        .transaction()
        .sql()
        .selectFrom(CALL_FLOW)
        .where(FlowNameStore.live(context))
        .and(CALL_FLOW.KIND.eq(kind.name()))
        .and(row(CALL_FLOW.CREATED_AT, CALL_FLOW.FLOW_ID).gt(after.createdAt(), after.id()))
        .orderBy(CALL_FLOW.CREATED_AT, CALL_FLOW.FLOW_ID)
        .limit(limit)
        .fetch(FlowStore::read);
  }

  void add(OperationContext context, Flow flow) {
    context
        .transaction()
        .sql()
        .insertInto(CALL_FLOW)
        .set(CALL_FLOW.ORGANIZATION_ID, context.organizationId())
        .set(CALL_FLOW.FLOW_ID, flow.id())
        .set(CALL_FLOW.KIND, flow.flowId().kind().name())
        .set(CALL_FLOW.NAME, flow.name())
        .set(CALL_FLOW.VERSION, flow.revision())
        .set(CALL_FLOW.CREATED_AT, flow.createdAt())
        .set(CALL_FLOW.CHANGED_AT, flow.changedAt())
        .execute();
  }

  /**
   * Saves a locked flow that is one revision later.
   *
   * @param what the changes of the revision, for conflicts
   */
  void save(OperationContext context, Flow flow, String what) {
    var sql = context.transaction().sql();
    sql.update(CALL_FLOW)
        .set(CALL_FLOW.NAME, flow.name())
        .set(CALL_FLOW.VERSION, flow.revision())
        .set(CALL_FLOW.CHANGED_AT, flow.changedAt())
        .where(FlowNameStore.live(context))
        .and(CALL_FLOW.FLOW_ID.eq(flow.id()))
        .execute();
    changes.add(context, flow.entity(), what);
    context.transaction().allowRelock();
  }

  /** Removes a locked flow; its row stays, so that records of calls can name it. */
  void remove(OperationContext context, Flow flow) {
    context
        .transaction()
        .sql()
        .update(CALL_FLOW)
        .set(CALL_FLOW.REMOVED_AT, context.now())
        .set(CALL_FLOW.CHANGED_AT, context.now())
        .where(FlowNameStore.live(context))
        .and(CALL_FLOW.FLOW_ID.eq(flow.id()))
        .execute();
  }

  /**
   * Refuses an update of a revision that has changed since.
   *
   * @param seen the revision that the caller knows
   * @throws org.carillon.api.model.ConflictException saying what was changed since, by whom, when
   */
  void refuseStale(OperationContext context, Flow flow, int seen) {
    changes.refuseStale(context, flow.entity(), seen);
  }

  /** Returns the flows with these ids, of every kind. */
  List<Flow> find(OperationContext context, Collection<String> flowIds) {
    return context
        .transaction()
        .sql()
        .selectFrom(CALL_FLOW)
        .where(FlowNameStore.live(context))
        .and(CALL_FLOW.FLOW_ID.in(flowIds))
        .fetch(FlowStore::read);
  }

  private static SelectConditionStep<? extends Record> one(
      OperationContext context, FlowId flowId) {
    return context
        .transaction()
        .sql()
        .selectFrom(CALL_FLOW)
        .where(FlowNameStore.live(context))
        .and(CALL_FLOW.FLOW_ID.eq(flowId.id()))
        .and(CALL_FLOW.KIND.eq(flowId.kind().name()));
  }

  private static RuntimeException notFound(FlowId flowId) {
    return Refusal.notFound(
        "there is no " + flowId.kind().describe() + " " + flowId.id() + " in this organization");
  }
}
