package org.carillon.server.calls.flows;

import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.HUNT_GROUP_IDLE;
import static org.carillon.platform.db.schema.Tables.HUNT_GROUP_TURN;
import static org.jooq.impl.DSL.excluded;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.operations.OperationContext;

/**
 * The turns of hunt groups. Each row moves forward without a lock before, and the rows of one call
 * in the given order.
 */
final class TurnStore {

  private static final Command ADVANCE =
      Command.of(sql ->
          sql.insertInto(HUNT_GROUP_TURN)
              .set(HUNT_GROUP_TURN.ORGANIZATION_ID, slot(HUNT_GROUP_TURN.ORGANIZATION_ID))
              .set(HUNT_GROUP_TURN.FLOW_ID, slot(HUNT_GROUP_TURN.FLOW_ID))
              .set(HUNT_GROUP_TURN.LAST_USER_ID, slot(HUNT_GROUP_TURN.LAST_USER_ID))
              .set(HUNT_GROUP_TURN.ANSWERED_AT, slot(HUNT_GROUP_TURN.ANSWERED_AT))
              .onConflict(HUNT_GROUP_TURN.FLOW_ID, HUNT_GROUP_TURN.ORGANIZATION_ID)
              .doUpdate()
              .set(HUNT_GROUP_TURN.LAST_USER_ID, excluded(HUNT_GROUP_TURN.LAST_USER_ID))
              .set(HUNT_GROUP_TURN.ANSWERED_AT, excluded(HUNT_GROUP_TURN.ANSWERED_AT))
              .where(HUNT_GROUP_TURN.ANSWERED_AT.le(excluded(HUNT_GROUP_TURN.ANSWERED_AT))));

  private static final Command IDLE =
      Command.of(sql ->
          sql.insertInto(HUNT_GROUP_IDLE)
              .set(HUNT_GROUP_IDLE.ORGANIZATION_ID, slot(HUNT_GROUP_IDLE.ORGANIZATION_ID))
              .set(HUNT_GROUP_IDLE.FLOW_ID, slot(HUNT_GROUP_IDLE.FLOW_ID))
              .set(HUNT_GROUP_IDLE.USER_ID, slot(HUNT_GROUP_IDLE.USER_ID))
              .set(HUNT_GROUP_IDLE.IDLE_SINCE, slot(HUNT_GROUP_IDLE.IDLE_SINCE))
              .onConflict(
                  HUNT_GROUP_IDLE.FLOW_ID, HUNT_GROUP_IDLE.USER_ID, HUNT_GROUP_IDLE.ORGANIZATION_ID)
              .doUpdate()
              .set(HUNT_GROUP_IDLE.IDLE_SINCE, excluded(HUNT_GROUP_IDLE.IDLE_SINCE))
              .where(HUNT_GROUP_IDLE.IDLE_SINCE.lt(excluded(HUNT_GROUP_IDLE.IDLE_SINCE))));

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
    ADVANCE.runAll(
        context.transaction(),
        turns.stream()
            .map(each ->
                Argument.all(
                    Argument.of(HUNT_GROUP_TURN.ORGANIZATION_ID, context.organizationId()),
                    Argument.of(HUNT_GROUP_TURN.FLOW_ID, each.flowId()),
                    Argument.of(HUNT_GROUP_TURN.LAST_USER_ID, each.userId()),
                    Argument.of(HUNT_GROUP_TURN.ANSWERED_AT, each.answeredAt())))
            .toList());
  }

  /** Notes since when members are idle, unless a later instant is known. */
  void idle(OperationContext context, SortedMap<Member, Instant> since) {
    IDLE.runAll(
        context.transaction(),
        since.entrySet().stream()
            .map(each ->
                Argument.all(
                    Argument.of(HUNT_GROUP_IDLE.ORGANIZATION_ID, context.organizationId()),
                    Argument.of(HUNT_GROUP_IDLE.FLOW_ID, each.getKey().flowId()),
                    Argument.of(HUNT_GROUP_IDLE.USER_ID, each.getKey().userId()),
                    Argument.of(HUNT_GROUP_IDLE.IDLE_SINCE, each.getValue())))
            .toList());
  }
}
