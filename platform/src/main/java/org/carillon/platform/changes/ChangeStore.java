package org.carillon.platform.changes;

import static org.carillon.platform.db.schema.Tables.ENTITY_CHANGE;

import java.util.List;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.jooq.Condition;

/** The changes of each revision of an entity with author and time: the newest hundred of each. */
public final class ChangeStore {

  private static final int REMEMBERED = 100;
  private static final int TOLD = 5;

  /**
   * Adds the changes of the present revision of a locked entity.
   *
   * @param what the differences, at most {@link Differences#LIMIT} characters
   */
  public void add(OperationContext context, EntityRevision entity, String what) {
    var sql = context.transaction().sql();
    sql.insertInto(ENTITY_CHANGE)
        .set(ENTITY_CHANGE.ORGANIZATION_ID, context.organizationId())
        .set(ENTITY_CHANGE.ENTITY_ID, entity.id())
        .set(ENTITY_CHANGE.VERSION, entity.revision())
        .set(ENTITY_CHANGE.KIND, entity.kind())
        .set(ENTITY_CHANGE.WHAT, what)
        .set(ENTITY_CHANGE.CHANGED_AT, entity.changedAt())
        .set(ENTITY_CHANGE.CHANGED_BY, context.principal().name())
        .execute();
    sql.deleteFrom(ENTITY_CHANGE)
        .where(of(context, entity))
        .and(ENTITY_CHANGE.VERSION.le(entity.revision() - REMEMBERED))
        .execute();
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
        context
            .transaction()
            .sql()
            .selectFrom(ENTITY_CHANGE)
            .where(of(context, entity))
            .and(ENTITY_CHANGE.VERSION.gt(seen))
            .orderBy(ENTITY_CHANGE.VERSION.desc())
            .limit(TOLD)
            .fetch(each ->
                "revision %d by %s at %s changed %s"
                    .formatted(
                        each.getVersion(),
                        each.getChangedBy(),
                        each.getChangedAt(),
                        each.getWhat()));
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

  private static Condition of(OperationContext context, EntityRevision entity) {
    return ENTITY_CHANGE
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(ENTITY_CHANGE.ENTITY_ID.eq(entity.id()));
  }
}
