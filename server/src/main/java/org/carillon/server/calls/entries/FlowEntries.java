package org.carillon.server.calls.entries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.pool.E164;

/**
 * The entries by which flows lead calls on, for hunt groups, auto attendants and lines alike: the
 * one place that verifies that targets exist and that no call goes round in a loop.
 */
public final class FlowEntries {

  /** The most entries to one target that are read. */
  public static final int MAX_ENTRIES = 10_000;

  private static final int NAMED = 5;

  private final FlowEntryStore rows;
  private final TargetStore targets;
  private final FlowNameStore flows = new FlowNameStore();
  private final CallGraph graph;

  /** The graph over those rows. */
  public FlowEntries(FlowEntryStore rows, TargetStore targets) {
    this.rows = rows;
    this.targets = targets;
    this.graph = new CallGraph(rows, targets, flows);
  }

  /**
   * Lets edits of the organization's flows run one after the other, so that two that make a loop
   * only together do not both pass. The caller does this first, before it reads or locks anything.
   */
  public void serializeEdits(OperationContext context) {
    context.transaction().serialize(ResourceLock.CALL_FLOWS, context.organizationId());
  }

  /**
   * A target as it is stored: a number with its leading plus.
   *
   * @param path the target's place in the input, for the message
   * @throws org.carillon.api.model.BadRequestException when the value should be a number and is
   *     none that can be dialled from every country
   */
  public static CallTarget target(String path, CallTarget given) {
    return switch (given.type()) {
      case PHONE_NUMBER ->
          new CallTarget(given.type(), E164.dialable(path + ".Value", given.value()).text());
      case USER, HUNT_GROUP, AUTO_ATTENDANT, VOICEMAIL -> given;
    };
  }

  /**
   * Makes a flow lead to these and to nothing else. The caller holds {@link #serializeEdits} and
   * locked the flow's own row.
   *
   * @param wanted with targets as {@link #target} makes them
   * @throws org.carillon.api.model.NotFoundException when a user or a flow that is named is not the
   *     organization's
   * @throws org.carillon.api.model.BadRequestException when a number that is named is in the
   *     deletion queue, or when a call would go round for ever or through too many flows
   */
  public void replace(OperationContext context, FlowId from, List<FlowEntry> wanted) {
    verifyExistence(context, wanted);
    graph.verify(context, from, wanted);
    rows.replace(context, from, wanted);
  }

  /**
   * Returns the entries that lead to a target, flow by flow; of one user's the first 10,000.
   *
   * @param value an id, or a number with its leading plus
   */
  public List<FlowEntry> to(OperationContext context, CallTargetType type, String value) {
    return rows.to(context, new CallTarget(type, value), MAX_ENTRIES);
  }

  /**
   * Refuses to delete what other flows lead to.
   *
   * @param described the target in messages
   * @throws org.carillon.api.model.ConflictException saying how many flows do, and which
   */
  public void refuseReferred(OperationContext context, CallTarget target, String described) {
    referred(context, target, described)
        .ifPresent(told -> {
          throw Refusal.conflict(told);
        });
  }

  /**
   * Refuses to delete a locked number that flows lead to; otherwise they would call its next owner.
   *
   * @throws org.carillon.api.model.BadRequestException saying how many flows do, and which
   */
  public void refuseNumberReferred(OperationContext context, E164 e164) {
    referred(context, new CallTarget(CallTargetType.PHONE_NUMBER, e164.text()), e164.text())
        .ifPresent(told -> {
          throw Refusal.stillAssigned(context, told);
        });
  }

  private Optional<String> referred(OperationContext context, CallTarget target, String described) {
    List<FlowEntry> others =
        rows.to(context, target, MAX_ENTRIES).stream()
            .filter(each -> each.from().target().filter(target::equals).isEmpty())
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<FlowEntry> told = others.subList(0, Math.min(NAMED, others.size()));
    Map<FlowId, String> names =
        flows.names(context, told.stream().map(FlowEntry::from).distinct().toList());
    return Optional.of(
        "%d %s to %s: %s%s; change the targets first"
            .formatted(
                others.size(),
                others.size() == 1 ? "entry of a call flow leads" : "entries of call flows lead",
                described,
                String.join(
                    ", ",
                    told.stream()
                        .map(each ->
                            "%s (%s)"
                                .formatted(
                                    names.getOrDefault(each.from(), each.from().id()),
                                    each.slot().describe(each.position())))
                        .toList()),
                others.size() > NAMED ? " and others" : ""));
  }

  private void verifyExistence(OperationContext context, List<FlowEntry> wanted) {
    List<String> users = values(wanted, CallTargetType.USER, CallTargetType.VOICEMAIL);
    Set<String> knownUsers = targets.users(context, users);
    Set<FlowId> knownFlows =
        targets.flows(
            context, values(wanted, CallTargetType.HUNT_GROUP, CallTargetType.AUTO_ATTENDANT));
    List<String> asked = values(wanted, CallTargetType.PHONE_NUMBER);
    targets.lockNumbersShared(context, asked);
    Map<String, NumberHolding> numbers = targets.numbers(context, asked);
    for (FlowEntry each : wanted) {
      String value = each.to().value();
      boolean known =
          FlowId.of(each.to())
              .map(knownFlows::contains)
              .orElseGet(() ->
                  each.to().type() == CallTargetType.PHONE_NUMBER || knownUsers.contains(value));
      if (!known) {
        throw Refusal.notFound(
            "there is no %s %s in this organization (%s)"
                .formatted(
                    FlowId.of(each.to()).map(flow -> flow.kind().describe()).orElse("user"),
                    value,
                    each.slot().describe(each.position())));
      }
      if (numbers.get(value) instanceof NumberHolding.Deleted) {
        throw Refusal.badRequest(
            value
                + " is in the deletion queue, so calls cannot be sent there ("
                + each.slot().describe(each.position())
                + "); restore it first");
      }
    }
  }

  private static List<String> values(
      List<FlowEntry> wanted, CallTargetType type, CallTargetType other) {
    return wanted.stream()
        .map(FlowEntry::to)
        .filter(to -> to.type() == type || to.type() == other)
        .map(CallTarget::value)
        .distinct()
        .toList();
  }

  private static List<String> values(List<FlowEntry> wanted, CallTargetType type) {
    return values(wanted, type, type);
  }
}
