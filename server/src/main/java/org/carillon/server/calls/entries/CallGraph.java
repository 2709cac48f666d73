package org.carillon.server.calls.entries;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Holder;

/**
 * Refuses loops of calls: automatic entries lead through ten flows at most and never back. A number
 * of a line counts as the line.
 */
public final class CallGraph {

  /** Through how many further flows a call may be led. */
  public static final int DEPTH = 10;

  /** The most flows at one distance below a flow. */
  static final int MAX_AT_ONCE = 1000;

  /**
   * The most entries that lead to a flow, or to the number of a line: each line of an organization
   * may lead to the front desk.
   */
  static final int MAX_LEADING = FlowEntries.MAX_ENTRIES;

  private final FlowEntryStore rows;
  private final TargetStore targets;
  private final FlowNameStore flows;

  CallGraph(FlowEntryStore rows, TargetStore targets, FlowNameStore flows) {
    this.rows = rows;
    this.targets = targets;
    this.flows = flows;
  }

  /**
   * Refuses references that would lead back or too far, together with all the others.
   *
   * @throws org.carillon.api.model.BadRequestException naming the flows on the way
   */
  void verify(OperationContext context, FlowId from, List<FlowEntry> wanted) {
    List<FlowEntry> automatic = wanted.stream().filter(each -> each.slot().automatic()).toList();
    Map<FlowId, FlowId> cameFrom = new HashMap<>();
    int below = 0;
    for (Set<FlowId> level = successors(context, automatic, cameFrom); !level.isEmpty(); below++) {
      if (level.contains(from)) {
        throw endless(context, from, cameFrom);
      }
      refuse(below + 1 > DEPTH || level.size() > MAX_AT_ONCE, context, from);
      List<String> ids = level.stream().map(FlowId::id).toList();
      level = successors(context, rows.automaticFrom(context, ids), cameFrom);
    }
    refuseTooManyCallers(context, from, automatic);
    // A call to a number goes on at its line even where the line goes nowhere.
    boolean isOnTheWay = below > 0 || from.kind() == FlowId.Kind.LINE;
    int above = 0;
    Set<FlowId> level = isOnTheWay ? predecessors(context, Set.of(from)) : Set.of();
    for (; !level.isEmpty(); above++) {
      boolean isCrowd = level.size() > MAX_LEADING;
      refuse(above + 1 + below > DEPTH || (isCrowd && above == 0), context, from);
      // Further up the crowd is not this flow's doing, and the resolver counts for itself.
      level = isCrowd ? Set.of() : predecessors(context, level);
    }
  }

  /** Refuses what would make a flow one to which more lead than an edit of it can look at. */
  private void refuseTooManyCallers(
      OperationContext context, FlowId from, List<FlowEntry> automatic) {
    Map<String, NumberHolding> numbers = numbers(context, automatic);
    for (FlowEntry each : automatic) {
      Optional<FlowId> flow = flow(each.to(), numbers);
      if (flow.isPresent() && rows.othersLeading(context, each, MAX_LEADING) >= MAX_LEADING) {
        throw Refusal.badRequest(
            "%d entries of other call flows already lead to %s, which is the limit; let %s lead"
                    .formatted(
                        MAX_LEADING,
                        flow.map(to -> name(context, to)).orElseThrow(),
                        name(context, from))
                + " to another flow that leads there");
      }
    }
  }

  /**
   * The flows to which references lead.
   *
   * @param cameFrom learns from where, for the first way that is found
   */
  private Set<FlowId> successors(
      OperationContext context, List<FlowEntry> automatic, Map<FlowId, FlowId> cameFrom) {
    Map<String, NumberHolding> numbers = numbers(context, automatic);
    Set<FlowId> found = new LinkedHashSet<>();
    for (FlowEntry each : automatic) {
      flow(each.to(), numbers)
          .ifPresent(next -> {
            found.add(next);
            cameFrom.putIfAbsent(next, each.from());
          });
    }
    return found;
  }

  private Map<String, NumberHolding> numbers(OperationContext context, List<FlowEntry> entries) {
    return targets.numbers(
        context,
        entries.stream()
            .map(FlowEntry::to)
            .filter(to -> to.type() == CallTargetType.PHONE_NUMBER)
            .map(CallTarget::value)
            .toList());
  }

  private static Optional<FlowId> flow(CallTarget target, Map<String, NumberHolding> numbers) {
    return numbers.get(target.value()) instanceof NumberHolding.Held(Holder holder)
            && holder.kind() == Holder.Kind.LINE
        ? Optional.of(new FlowId(FlowId.Kind.LINE, holder.holderId()))
        : FlowId.of(target);
  }

  private Set<FlowId> predecessors(OperationContext context, Collection<FlowId> level) {
    Map<FlowId.Kind, List<String>> ids = new HashMap<>();
    level.forEach(
        each -> ids.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each.id()));
    Set<FlowId> found = new LinkedHashSet<>();
    for (Map.Entry<FlowId.Kind, List<String>> each : ids.entrySet()) {
      for (int first = 0; first < each.getValue().size(); first += MAX_AT_ONCE) {
        List<String> some =
            each.getValue().subList(first, Math.min(first + MAX_AT_ONCE, each.getValue().size()));
        List<FlowEntry> to =
            switch (each.getKey()) {
              case HUNT_GROUP -> to(context, CallTargetType.HUNT_GROUP, some);
              case AUTO_ATTENDANT -> to(context, CallTargetType.AUTO_ATTENDANT, some);
              case LINE -> to(context, CallTargetType.PHONE_NUMBER, targets.heldBy(context, some));
            };
        to.forEach(reference -> found.add(reference.from()));
      }
    }
    return found;
  }

  private List<FlowEntry> to(OperationContext context, CallTargetType type, List<String> values) {
    return rows.automaticTo(context, type, values, MAX_LEADING + 1);
  }

  private void refuse(boolean tooFar, OperationContext context, FlowId from) {
    if (tooFar) {
      throw Refusal.badRequest(
          "a call through %s would pass through more than %d flows when nobody answers or"
                  .formatted(name(context, from), DEPTH)
              + " presses a key, or more than %d flows lead there; shorten the chain"
                  .formatted(MAX_LEADING));
    }
  }

  private RuntimeException endless(
      OperationContext context, FlowId from, Map<FlowId, FlowId> cameFrom) {
    List<FlowId> way = new ArrayList<>(List.of(from));
    FlowId step = cameFrom.getOrDefault(from, from);
    for (int i = 0; i < DEPTH && !step.equals(from); i++) {
      way.addFirst(step);
      step = cameFrom.getOrDefault(step, from);
    }
    way.addFirst(from);
    Map<FlowId, String> names = flows.names(context, way);
    return Refusal.badRequest(
        "an unanswered call would go round in a loop: "
            + String.join(
                ", then ", way.stream().map(each -> names.getOrDefault(each, each.id())).toList())
            + "; change the target of one of them");
  }

  private String name(OperationContext context, FlowId flowId) {
    return flows.names(context, List.of(flowId)).getOrDefault(flowId, flowId.id());
  }
}
