package org.carillon.server.calls.flows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.FlowId;
import org.carillon.server.calls.entries.TargetStore;

/** Remembers whose turn it is in hunt groups, as calls are recorded. */
public final class HuntGroupTurns {

  private final TurnStore turns;
  private final TargetStore targets;

  HuntGroupTurns(TurnStore turns, TargetStore targets) {
    this.turns = turns;
    this.targets = targets;
  }

  /**
   * Records that users answered calls of hunt groups: round robin continues after the last one, and
   * their idle times restart. Calls may come late, twice or out of order; the latest instant
   * counts. A deleted hunt group is ignored. It runs a few statements for any number of calls.
   */
  public void answered(OperationContext context, List<AnsweredCall> answered) {
    Set<FlowId> known =
        targets.flows(
            context, answered.stream().map(AnsweredCall::huntGroupId).distinct().sorted().toList());
    // In order of group and user, so that two batches wait for each other in one order only.
    TreeMap<String, TurnStore.Turn> latest = new TreeMap<>();
    TreeMap<TurnStore.Member, Instant> idle = new TreeMap<>();
    for (AnsweredCall each : answered) {
      String group = each.huntGroupId();
      if (known.contains(HuntGroup.flowId(group))) {
        latest.merge(
            group,
            new TurnStore.Turn(group, each.userId(), each.answeredAt()),
            HuntGroupTurns::later);
        idle.merge(
            new TurnStore.Member(group, each.userId()), each.idleSince(), HuntGroupTurns::later);
      }
    }
    if (!latest.isEmpty()) {
      turns.advance(context, List.copyOf(latest.values()));
      turns.idle(context, idle);
    }
  }

  private static TurnStore.Turn later(TurnStore.Turn one, TurnStore.Turn other) {
    return other.answeredAt().isAfter(one.answeredAt()) ? other : one;
  }

  private static Instant later(Instant one, Instant other) {
    return other.isAfter(one) ? other : one;
  }
}
