package org.carillon.platform.changes;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ENTITY_CHANGE;

import java.util.List;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.jooq.Condition;

/** The changes of each revision of an entity with author and time: the newest hundred of each. */
public final class ChangeStore {

  private static final int REMEMBERED = 100;
  private static final int TOLD = 5;

  private static final Condition OF_ENTITY =
      ContextSql.ofOrganization(ENTITY_CHANGE.ORGANIZATION_ID).and(given(ENTITY_CHANGE.ENTITY_ID));

  private static final Command ADD =
      Command.insert(
          ENTITY_CHANGE,
          ENTITY_CHANGE.ORGANIZATION_ID,
          ENTITY_CHANGE.ENTITY_ID,
          ENTITY_CHANGE.VERSION,
          ENTITY_CHANGE.KIND,
          ENTITY_CHANGE.WHAT,
          ENTITY_CHANGE.CHANGED_AT,
          ENTITY_CHANGE.CHANGED_BY);

  private static final Command FORGET =
      Command.of(sql ->
          sql.deleteFrom(ENTITY_CHANGE)
              .where(OF_ENTITY)
              .and(ENTITY_CHANGE.VERSION.le(slot(ENTITY_CHANGE.VERSION))));

  private static final Query<String> LATEST =
      Query.of(
          sql ->
              sql.select(
                      ENTITY_CHANGE.VERSION,
                      ENTITY_CHANGE.CHANGED_BY,
                      ENTITY_CHANGE.CHANGED_AT,
                      ENTITY_CHANGE.WHAT)
                  .from(ENTITY_CHANGE)
                  .where(OF_ENTITY)
                  .and(ENTITY_CHANGE.VERSION.gt(slot(ENTITY_CHANGE.VERSION)))
                  .orderBy(ENTITY_CHANGE.VERSION.desc())
                  .limit(limit()),
          row ->
              "revision %d by %s at %s changed %s"
                  .formatted(
                      row.get(ENTITY_CHANGE.VERSION),
                      row.get(ENTITY_CHANGE.CHANGED_BY),
                      row.get(ENTITY_CHANGE.CHANGED_AT),
                      row.get(ENTITY_CHANGE.WHAT)));

  /**
   * Adds the changes of the present revision of a locked entity.
   *
   * @param what the differences, at most {@link Differences#LIMIT} characters
   */
  public void add(OperationContext context, EntityRevision entity, String what) {
    ADD.run(
        context.transaction(),
        Argument.of(ENTITY_CHANGE.ORGANIZATION_ID, context.organizationId()),
        Argument.of(ENTITY_CHANGE.ENTITY_ID, entity.id()),
        Argument.of(ENTITY_CHANGE.VERSION, entity.revision()),
        Argument.of(ENTITY_CHANGE.KIND, entity.kind()),
        Argument.of(ENTITY_CHANGE.WHAT, what),
        Argument.of(ENTITY_CHANGE.CHANGED_AT, entity.changedAt()),
        Argument.of(ENTITY_CHANGE.CHANGED_BY, context.principal().name()));
    FORGET.run(
        context.transaction(),
        of(context, entity),
        Argument.of(ENTITY_CHANGE.VERSION, entity.revision() - REMEMBERED));
  }

  /**
   * Refuses an edit of an entity whose present revision the caller has not read.
   *
   * @param seen the revision that the caller knows
   * @param intent the remedy in words before the present revision, such as "delete"
   * @throws org.carillon.api.model.ConflictException saying what was changed since, by whom, when
   */
  public void refuseStale(
      OperationContext context, EntityRevision entity, int seen, String intent) {
    if (seen == entity.revision()) {
      return;
    }
    if (seen > entity.revision()) {
      throw Refusal.conflict(
          "%s has no revision %d yet, since its revision is %d; read it again"
              .formatted(entity.description(), seen, entity.revision()));
    }
    List<String> changes =
        LATEST.list(
            context.transaction(),
            of(context, entity),
            Argument.of(ENTITY_CHANGE.VERSION, seen),
            Argument.limit(TOLD));
    throw Refusal.conflict(
        "%s was changed since revision %d: %s%s; read it again and %s revision %d"
            .formatted(
                entity.description(),
                seen,
                String.join("; ", changes),
                entity.revision() - seen > changes.size() ? "; and earlier ones" : "",
                intent,
                entity.revision()));
  }

  private static Argument of(OperationContext context, EntityRevision entity) {
    return Argument.all(context.organization(), Argument.of(ENTITY_CHANGE.ENTITY_ID, entity.id()));
  }
}
