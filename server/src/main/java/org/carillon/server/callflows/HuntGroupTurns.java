package org.carillon.server.callflows;

import java.time.Instant;
import java.util.List;
import org.carillon.server.platform.operations.Call;

/** Remembers whose turn it is in hunt groups, as calls are recorded. */
public final class HuntGroupTurns {

  private final TurnStore turns;
  private final TargetStore targets;

  HuntGroupTurns(TurnStore turns, TargetStore targets) {
    this.turns = turns;
    this.targets = targets;
  }

  /**
   * Notes that a user answered a call of a hunt group: round robin goes on after that user, and the
   * user's idle time begins anew. Recorded late, twice or out of order, the latest instant counts;
   * of a hunt group that is not there, or not any more, nothing is noted.
   *
   * @param idleSince when the call ended, or while that is unknown when it was answered
   */
  public void answered(
      Call call, String huntGroupId, String userId, Instant answeredAt, Instant idleSince) {
    if (targets.flows(call, List.of(huntGroupId)).contains(HuntGroup.origin(huntGroupId))) {
      turns.turn(call, huntGroupId, userId, answeredAt);
      turns.idle(call, huntGroupId, userId, idleSince);
    }
  }
}
