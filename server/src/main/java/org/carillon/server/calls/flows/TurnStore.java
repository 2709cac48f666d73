package org.carillon.server.calls.flows;

import static org.carillon.platform.db.schema.Tables.HUNT_GROUP_IDLE;
import static org.carillon.platform.db.schema.Tables.HUNT_GROUP_TURN;
import static org.jooq.impl.DSL.excluded;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.carillon.platform.operations.OperationContext;
import org.jooq.BatchBindStep;

/**
 * The turns of hunt groups. Each row moves forward without a lock before, and the rows of one call
 * in the given order.
 */
final class TurnStore {

  /** An answered call of a hunt group. */
  record Turn(String flowId, String userId, Instant answeredAt) {}

  /** A member of a hunt group. */
  record Member(String flowId, String userId) implements Comparable<Member> {

    private static final Comparator<Member> ORDER =
        Comparator.comparing(Member::flowId).thenComparing(Member::userId);

    @Override
    public int compareTo(Member other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Records the last answer, unless a later one is known. Of two at the same instant the second may
   * correct the first.
   */
  void advance(OperationContext context, Collection<Turn> turns) {
    var row = HUNT_GROUP_TURN;
    var sql = context.transaction().sql();
    write(
        sql.batch(
            sql.insertInto(row, row.ORGANIZATION_ID, row.FLOW_ID, row.LAST_USER_ID, row.ANSWERED_AT)
                .values("", "", "", Instant.EPOCH)
                .onConflict(row.FLOW_ID, row.ORGANIZATION_ID)
                .doUpdate()
                .set(row.LAST_USER_ID, excluded(row.LAST_USER_ID))
                .set(row.ANSWERED_AT, excluded(row.ANSWERED_AT))
                .where(row.ANSWERED_AT.le(excluded(row.ANSWERED_AT)))),
        turns.stream()
            .map(each ->
                List.<Object>of(
                    context.organizationId(), each.flowId(), each.userId(), each.answeredAt())));
  }

  /** Notes since when members are idle, unless a later instant is known. */
  void idle(OperationContext context, SortedMap<Member, Instant> since) {
    var row = HUNT_GROUP_IDLE;
    var sql = context.transaction().sql();
    write(
        sql.batch(
            sql.insertInto(row, row.ORGANIZATION_ID, row.FLOW_ID, row.USER_ID, row.IDLE_SINCE)
                .values("", "", "", Instant.EPOCH)
                .onConflict(row.FLOW_ID, row.USER_ID, row.ORGANIZATION_ID)
                .doUpdate()
                .set(row.IDLE_SINCE, excluded(row.IDLE_SINCE))
                .where(row.IDLE_SINCE.lt(excluded(row.IDLE_SINCE)))),
        since.entrySet().stream()
            .map(each ->
                List.<Object>of(
                    context.organizationId(),
                    each.getKey().flowId(),
                    each.getKey().userId(),
                    each.getValue())));
  }

  private static void write(BatchBindStep statement, Stream<List<Object>> rows) {
    Object[][] values = rows.map(List::toArray).toArray(Object[][]::new);
    // Without values it would write the present ones.
    if (values.length > 0) {
      statement.bind(values).execute();
    }
  }
}
