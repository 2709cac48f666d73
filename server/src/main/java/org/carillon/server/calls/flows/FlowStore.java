package org.carillon.server.calls.flows;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.CALL_FLOW;

import java.util.Collection;
import java.util.List;
import org.carillon.platform.changes.ChangeStore;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.carillon.server.calls.entries.FlowId;
import org.carillon.server.calls.entries.FlowNameStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectForUpdateStep;

/** The rows of all kinds of flows: name, revision and the history of changes. */
final class FlowStore {

  private static final Condition ONE = FlowNameStore.LIVE.and(given(CALL_FLOW.FLOW_ID));

  private static final Query<Flow> BY_ID = Query.of(FlowStore::ofKind, FlowStore::read);

  private static final Query<Flow> LOCKED =
      Query.locking(ResourceLock.CALL_FLOW, CALL_FLOW, FlowStore::ofKind, FlowStore::read);

  private static final Query<Flow> PAGE =
      Query.of(
          sql ->
              sql.selectFrom(CALL_FLOW)
                  .where(FlowNameStore.LIVE)
                  .and(given(CALL_FLOW.KIND))
                  .and(CreationCursorSql.isBehind(CALL_FLOW.CREATED_AT, CALL_FLOW.FLOW_ID))
                  .orderBy(CALL_FLOW.CREATED_AT, CALL_FLOW.FLOW_ID)
                  .limit(limit()),
          FlowStore::read);

  private static final Query<Flow> AMONG =
      Query.of(
          sql -> sql.selectFrom(CALL_FLOW).where(FlowNameStore.LIVE).and(among(CALL_FLOW.FLOW_ID)),
          FlowStore::read);

  private static final Command ADD =
      Command.insert(
          CALL_FLOW,
          CALL_FLOW.ORGANIZATION_ID,
          CALL_FLOW.FLOW_ID,
          CALL_FLOW.KIND,
          CALL_FLOW.NAME,
          CALL_FLOW.VERSION,
          CALL_FLOW.CREATED_AT,
          CALL_FLOW.CHANGED_AT);

  private static final Command SAVE =
      Command.of(sql ->
          sql.update(CALL_FLOW)
              .set(CALL_FLOW.NAME, slot(CALL_FLOW.NAME))
              .set(CALL_FLOW.VERSION, slot(CALL_FLOW.VERSION))
              .set(CALL_FLOW.CHANGED_AT, slot(CALL_FLOW.CHANGED_AT))
              .where(ONE));

  private static final Command REMOVE =
      Command.of(sql ->
          sql.update(CALL_FLOW)
              .set(CALL_FLOW.REMOVED_AT, ContextSql.now())
              .set(CALL_FLOW.CHANGED_AT, ContextSql.now())
              .where(ONE));

  private final ChangeStore changes = new ChangeStore();

  static Flow read(Row row) {
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
    return BY_ID
        .find(context.transaction(), one(context, flowId))
        .orElseThrow(() -> notFound(flowId));
  }

  /**
   * The flow, locked until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  Flow lock(OperationContext context, FlowId flowId) {
    Flow flow =
        LOCKED
            .find(context.transaction(), one(context, flowId))
            .orElseThrow(() -> notFound(flowId));
    context.transaction().nowAfter(flow.changedAt());
    return flow;
  }

  /** One page in order of creation. */
  List<Flow> page(OperationContext context, FlowId.Kind kind, CreationCursor after, int limit) {
    return PAGE.list(
        context.transaction(),
        context.organization(),
        Argument.of(CALL_FLOW.KIND, kind.name()),
        after.argument(),
        Argument.limit(limit));
  }

  void add(OperationContext context, Flow flow) {
    ADD.run(
        context.transaction(),
        Argument.of(CALL_FLOW.ORGANIZATION_ID, context.organizationId()),
        Argument.of(CALL_FLOW.FLOW_ID, flow.id()),
        Argument.of(CALL_FLOW.KIND, flow.flowId().kind().name()),
        Argument.of(CALL_FLOW.NAME, flow.name()),
        Argument.of(CALL_FLOW.VERSION, flow.revision()),
        Argument.of(CALL_FLOW.CREATED_AT, flow.createdAt()),
        Argument.of(CALL_FLOW.CHANGED_AT, flow.changedAt()));
  }

  /**
   * Saves a locked flow that is one revision later.
   *
   * @param what the changes of the revision, for conflicts
   */
  void save(OperationContext context, Flow flow, String what) {
    SAVE.run(
        context.transaction(),
        context.organization(),
        Argument.of(CALL_FLOW.FLOW_ID, flow.id()),
        Argument.of(CALL_FLOW.NAME, flow.name()),
        Argument.of(CALL_FLOW.VERSION, flow.revision()),
        Argument.of(CALL_FLOW.CHANGED_AT, flow.changedAt()));
    changes.add(context, flow.entity(), what);
    context.transaction().allowRelock();
  }

  /** Removes a locked flow; its row stays, so that records of calls can name it. */
  void remove(OperationContext context, Flow flow) {
    REMOVE.run(
        context.transaction(),
        context.organization(),
        context.instant(),
        Argument.of(CALL_FLOW.FLOW_ID, flow.id()));
  }

  /**
   * Refuses an update of a revision that has changed since.
   *
   * @param seen the revision that the caller knows
   * @throws org.carillon.api.model.ConflictException saying what was changed since, by whom, when
   */
  void refuseStale(OperationContext context, Flow flow, int seen, String intent) {
    changes.refuseStale(context, flow.entity(), seen, intent);
  }

  /** Returns the flows with these ids, of every kind. */
  List<Flow> find(OperationContext context, Collection<String> flowIds) {
    return AMONG.list(
        context.transaction(), context.organization(), Argument.among(CALL_FLOW.FLOW_ID, flowIds));
  }

  private static SelectForUpdateStep<?> ofKind(DSLContext sql) {
    return sql.selectFrom(CALL_FLOW).where(ONE).and(given(CALL_FLOW.KIND));
  }

  private static Argument one(OperationContext context, FlowId flowId) {
    return Argument.all(
        context.organization(),
        Argument.of(CALL_FLOW.FLOW_ID, flowId.id()),
        Argument.of(CALL_FLOW.KIND, flowId.kind().name()));
  }

  private static RuntimeException notFound(FlowId flowId) {
    return Refusal.notFound(
        "there is no " + flowId.kind().describe() + " " + flowId.id() + " in this organization");
  }
}
