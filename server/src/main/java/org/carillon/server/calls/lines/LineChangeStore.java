package org.carillon.server.calls.lines;

import static org.carillon.platform.db.schema.Tables.SHARED_LINE_CHANGE;

import java.util.List;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.jooq.Condition;

/** Remembers what each version of a line changed, by whom and when: the newest hundred. */
final class LineChangeStore {

  private static final int REMEMBERED = 100;
  private static final int TOLD = 5;

  /**
   * Notes what the present version of a line changed.
   *
   * @param what the members of the configuration, at most {@link Differences#LIMIT} characters
   */
  void add(OperationContext context, Line line, String what) {
    var sql = context.transaction().sql();
    sql.insertInto(
            SHARED_LINE_CHANGE,
            SHARED_LINE_CHANGE.ORGANIZATION_ID,
            SHARED_LINE_CHANGE.LINE_ID,
            SHARED_LINE_CHANGE.VERSION,
            SHARED_LINE_CHANGE.WHAT,
            SHARED_LINE_CHANGE.CHANGED_AT,
            SHARED_LINE_CHANGE.CHANGED_BY)
        .values(
            context.organizationId(),
            line.lineId(),
            line.version(),
            what,
            line.changedAt(),
            context.principal().name())
        .execute();
    sql.deleteFrom(SHARED_LINE_CHANGE)
        .where(of(context, line))
        .and(SHARED_LINE_CHANGE.VERSION.le(line.version() - REMEMBERED))
        .execute();
  }

  /**
   * Refuses an edit of a line that the caller has not seen as it is.
   *
   * @param seen the version that the caller knows
   * @throws org.carillon.api.model.ConflictException saying what was changed since, by whom, when
   */
  void refuseStale(OperationContext context, Line line, int seen) {
    if (seen == line.version()) {
      return;
    }
    if (seen > line.version()) {
      throw Refusal.conflict(
          "%s is at version %d and was never at %d; read it again"
              .formatted(line.describe(), line.version(), seen));
    }
    List<String> since =
        context
            .transaction()
            .sql()
            .selectFrom(SHARED_LINE_CHANGE)
            .where(of(context, line))
            .and(SHARED_LINE_CHANGE.VERSION.gt(seen))
            .orderBy(SHARED_LINE_CHANGE.VERSION.desc())
            .limit(TOLD)
            .fetch(row ->
                "%s by %s at %s (version %d)"
                    .formatted(
                        row.getWhat(), row.getChangedBy(), row.getChangedAt(), row.getVersion()));
    throw Refusal.conflict(
        "%s is at version %d, and since version %d was changed: %s%s; read it again and repeat your"
                .formatted(
                    line.describe(),
                    line.version(),
                    seen,
                    String.join("; ", since),
                    line.version() - seen > since.size() ? "; and more before" : "")
            + " change on that");
  }

  private static Condition of(OperationContext context, Line line) {
    return SHARED_LINE_CHANGE
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(SHARED_LINE_CHANGE.LINE_ID.eq(line.lineId()));
  }
}
