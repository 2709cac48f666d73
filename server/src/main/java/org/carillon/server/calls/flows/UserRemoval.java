package org.carillon.server.calls.flows;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.calls.entries.EntrySlot;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.entries.FlowId;
import org.carillon.server.calls.entries.FlowNameStore;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * Takes a user and the numbers that go with the user out of every call flow, and tells beforehand
 * what that would mean.
 */
public final class UserRemoval {

  private static final int NAMED = 5;

  private final FlowEntries flowEntries;
  private final FlowEntryStore rows;
  private final FlowStore flows;
  private final FlowNameStore names = new FlowNameStore();
  private final HuntGroupStore groups;

  UserRemoval(
      FlowEntries flowEntries, FlowEntryStore rows, FlowStore flows, HuntGroupStore groups) {
    this.flowEntries = flowEntries;
    this.rows = rows;
    this.flows = flows;
    this.groups = groups;
  }

  /**
   * An entry of a flow that names the user or a number.
   *
   * @param flow its name in messages, such as "hunt group Sales"
   * @param instead the target of such calls without the entry; null when other members ring, or the
   *     call ends
   * @param explanation the new course of such calls, for messages
   */
  public record RemovedEntry(
      FlowEntry entry, String flow, @Nullable CallTarget instead, String explanation) {}

  /**
   * The entries to be taken away.
   *
   * @param entries and what happens instead
   * @param locked the flows that have them
   */
  public record Plan(String userId, List<RemovedEntry> entries, List<Flow> locked) {}

  /**
   * Returns what {@link #remove} would take away, flow by flow.
   *
   * @param e164s the numbers that go with the user
   */
  public List<RemovedEntry> preview(
      OperationContext context, String userId, Collection<E164> e164s) {
    return preview(context, entries(context, userId, e164s));
  }

  /**
   * As {@link #preview(OperationContext, String, Collection)}, with the numbers of lines that would
   * be dissolved. The preview lists the first entries that lead to these numbers, never more than
   * one removal can take away.
   */
  public List<RemovedEntry> preview(
      OperationContext context, String userId, Collection<E164> e164s, Collection<E164> ofLines) {
    List<FlowEntry> all = new ArrayList<>(entries(context, userId, e164s));
    all.addAll(rows.toNumbers(context, ofLines, FlowEntries.MAX_ENTRIES - all.size()));
    return preview(context, all);
  }

  private List<RemovedEntry> preview(OperationContext context, List<FlowEntry> going) {
    Map<FlowId, List<FlowEntry>> byFlow =
        going.stream()
            .collect(
                groupingBy(
                    FlowEntry::from,
                    () ->
                        new TreeMap<>(Comparator.comparing(FlowId::kind).thenComparing(FlowId::id)),
                    toList()));
    Set<FlowEntry> gone = new HashSet<>(going);
    Map<FlowId, String> named = names.names(context, byFlow.keySet());
    Map<FlowId, List<FlowEntry>> staying =
        rows.leadingOn(context, byFlow.keySet().stream().map(FlowId::id).toList()).stream()
            .filter(each -> !gone.contains(each))
            .collect(groupingBy(FlowEntry::from));
    Map<String, Integer> members = groups.memberCounts(context, byFlow.keySet());
    List<RemovedEntry> found = new ArrayList<>();
    byFlow.forEach((from, entries) -> {
      for (FlowEntry each : entries) {
        found.add(
            entry(
                each,
                named.getOrDefault(from, from.id()),
                staying.getOrDefault(from, List.of()),
                members.getOrDefault(from.id(), 0)));
      }
    });
    List<FlowId> order = List.copyOf(named.keySet());
    found.sort(
        Comparator.comparing((RemovedEntry each) -> each.entry().from().kind())
            .thenComparingInt(each -> order.indexOf(each.entry().from())));
    return found;
  }

  /**
   * Finds the entries to remove and locks their flows. The caller holds the organization's lock for
   * call flows.
   *
   * @param e164s the numbers that go with the user
   */
  public Plan plan(OperationContext context, String userId, Collection<E164> e164s) {
    List<RemovedEntry> entries = preview(context, userId, e164s);
    Set<FlowId> changed = new HashSet<>();
    entries.forEach(each -> changed.add(each.entry().from()));
    List<Flow> locked =
        changed.stream()
            .filter(each -> each.kind() != FlowId.Kind.LINE)
            .sorted(Comparator.comparing(FlowId::id))
            .map(each -> flows.lock(context, each))
            .toList();
    return new Plan(userId, entries, locked);
  }

  /**
   * Takes all of it away at the call's now; each flow is a revision later. Entries of lines are
   * removed too; their revisions are the business of the feature that has lines.
   */
  public void remove(OperationContext context, Plan plan) {
    rows.remove(context, plan.entries().stream().map(RemovedEntry::entry).toList());
    Map<FlowId, Set<String>> ledTo =
        plan.entries().stream()
            .map(RemovedEntry::entry)
            .collect(
                groupingBy(
                    FlowEntry::from,
                    mapping(
                        each -> describe(each.to(), plan.userId()), toCollection(TreeSet::new))));
    for (Flow flow : plan.locked()) {
      flows.save(
          context,
          flow.changed(flow.name(), context.now()),
          removed(ledTo.getOrDefault(flow.flowId(), Set.of())));
      groups.recount(context, flow.id());
      context.auditSubject(flow.id());
    }
  }

  private static String describe(CallTarget gone, String userId) {
    return switch (gone.type()) {
      case PHONE_NUMBER -> gone.value();
      case USER, VOICEMAIL, HUNT_GROUP, AUTO_ATTENDANT -> "user " + userId;
    };
  }

  private static String removed(Set<String> targets) {
    int others = targets.size() - NAMED;
    return "entries to %s%s (removed)"
        .formatted(
            String.join(", ", targets.stream().limit(NAMED).toList()),
            others > 0 ? " and %d more".formatted(others) : "");
  }

  private List<FlowEntry> entries(OperationContext context, String userId, Collection<E164> e164s) {
    List<FlowEntry> all = new ArrayList<>(flowEntries.to(context, CallTargetType.USER, userId));
    all.addAll(flowEntries.to(context, CallTargetType.VOICEMAIL, userId));
    all.addAll(rows.toNumbers(context, e164s, FlowEntries.MAX_ENTRIES));
    if (all.size() >= FlowEntries.MAX_ENTRIES) {
      // Entries that were not read would stay and lead to a removed user.
      throw Refusal.badRequest(
          ("%d entries of call flows or more lead to user %s, to a number of the user's or to a"
                  + " line to dissolve; remove some of them first")
              .formatted(FlowEntries.MAX_ENTRIES, userId));
    }
    return all;
  }

  private static RemovedEntry entry(
      FlowEntry gone, String flow, List<FlowEntry> staying, int members) {
    return switch (gone.slot()) {
      case MEMBER ->
          members > 1
              ? new RemovedEntry(
                  gone,
                  flow,
                  null,
                  members == 2
                      ? "the other member rings"
                      : "the other %d members ring".formatted(members - 1))
              : led(gone, flow, target(staying, EntrySlot.NO_ANSWER), "no member is left to ring");
      case KEY ->
          led(
              gone,
              flow,
              target(staying, EntrySlot.INVALID),
              "the key is invalid input from then on");
      case NO_ANSWER, TIMEOUT, INVALID, CLOSED -> led(gone, flow, Optional.empty(), "no target");
      case HOLIDAY -> led(gone, flow, Optional.empty(), "no target on holidays");
      case FLOW -> new RemovedEntry(gone, flow, null, "the line decides");
    };
  }

  private static RemovedEntry led(
      FlowEntry gone, String flow, Optional<CallTarget> next, String why) {
    return new RemovedEntry(
        gone,
        flow,
        next.orElse(null),
        why
            + next.map(to -> ": calls go to " + to.type().value() + " " + to.value())
                .orElse(": the call ends"));
  }

  private static Optional<CallTarget> target(List<FlowEntry> staying, EntrySlot slot) {
    return staying.stream().filter(each -> each.slot() == slot).map(FlowEntry::to).findFirst();
  }
}
