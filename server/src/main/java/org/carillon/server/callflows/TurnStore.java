package org.carillon.server.callflows;

import static org.carillon.server.platform.db.schema.Tables.HUNT_GROUP_IDLE;
import static org.carillon.server.platform.db.schema.Tables.HUNT_GROUP_TURN;

import java.time.Instant;
import org.carillon.server.platform.operations.Call;

/** Whose turn it is in hunt groups; each row moves on in one statement, without being locked. */
final class TurnStore {

  /** Notes who answered last, unless somebody is known to have answered later. */
  void turn(Call call, String flowId, String userId, Instant at) {
    call.transaction()
        .sql()
        .insertInto(HUNT_GROUP_TURN)
        .set(HUNT_GROUP_TURN.ORGANIZATION_ID, call.organizationId())
        .set(HUNT_GROUP_TURN.FLOW_ID, flowId)
        .set(HUNT_GROUP_TURN.LAST_USER_ID, userId)
        .set(HUNT_GROUP_TURN.ANSWERED_AT, at)
        .onConflict(HUNT_GROUP_TURN.FLOW_ID, HUNT_GROUP_TURN.ORGANIZATION_ID)
        .doUpdate()
        .set(HUNT_GROUP_TURN.LAST_USER_ID, userId)
        .set(HUNT_GROUP_TURN.ANSWERED_AT, at)
        .where(HUNT_GROUP_TURN.ANSWERED_AT.lt(at))
        .execute();
  }

  /** Notes since when a member is idle, unless a later instant is known. */
  void idle(Call call, String flowId, String userId, Instant at) {
    call.transaction()
        .sql()
        .insertInto(HUNT_GROUP_IDLE)
        .set(HUNT_GROUP_IDLE.ORGANIZATION_ID, call.organizationId())
        .set(HUNT_GROUP_IDLE.FLOW_ID, flowId)
        .set(HUNT_GROUP_IDLE.USER_ID, userId)
        .set(HUNT_GROUP_IDLE.IDLE_SINCE, at)
        .onConflict(
            HUNT_GROUP_IDLE.FLOW_ID, HUNT_GROUP_IDLE.USER_ID, HUNT_GROUP_IDLE.ORGANIZATION_ID)
        .doUpdate()
        .set(HUNT_GROUP_IDLE.IDLE_SINCE, at)
        .where(HUNT_GROUP_IDLE.IDLE_SINCE.lt(at))
        .execute();
  }
}
