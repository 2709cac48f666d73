package org.carillon.server.calls.resolver;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.calls.entries.CallGraph;
import org.carillon.server.calls.entries.FlowEntry;
import org.carillon.server.calls.entries.FlowEntryStore;
import org.carillon.server.calls.entries.NumberHolding;
import org.carillon.server.calls.entries.TargetStore;
import org.carillon.server.calls.flows.Flow;
import org.carillon.server.calls.flows.FlowDefinitions;
import org.carillon.server.calls.resolver.CallSnapshot.RungGroup;
import org.carillon.server.inventory.numbers.Holder;
import org.jspecify.annotations.Nullable;

/**
 * Loads what one call comes to, going the way that it goes: a few queries for each number, line and
 * flow on it; and all the people at the end.
 */
final class CallSnapshots {

  /** The most flows, and the most members of hunt groups, that are read for one call. */
  static final int MAX_FLOWS = 64;

  static final int MAX_MEMBERS = 50_000;

  /**
   * The most steps between two keys: numbers and flows alternate at worst, and the resolver ends
   * before.
   */
  private static final int MAX_HOPS = 2 * (CallGraph.DEPTH + 2);

  private final SnapshotStore store;
  private final TargetStore targets;
  private final FlowEntryStore rows;
  private final FlowDefinitions definitions;
  private final LineFlows lines;
  private final TrunkRoutes trunks;

  CallSnapshots(
      SnapshotStore store,
      TargetStore targets,
      FlowEntryStore rows,
      FlowDefinitions definitions,
      LineFlows lines,
      TrunkRoutes trunks) {
    this.store = store;
    this.targets = targets;
    this.rows = rows;
    this.definitions = definitions;
    this.lines = lines;
    this.trunks = trunks;
  }

  /** Everything that this call comes to. */
  CallSnapshot load(OperationContext context, IncomingCall incoming) {
    Loading loading = new Loading(context, incoming);
    CallTarget next = new CallTarget(CallTargetType.PHONE_NUMBER, incoming.called().text());
    while (next != null && loading.hops++ <= MAX_HOPS) {
      next = loading.follow(next);
    }
    return loading.done();
  }

  /** One snapshot in the making. */
  private final class Loading {

    private final OperationContext context;
    private final IncomingCall incoming;
    private final Map<String, NumberHolding> numbers = new HashMap<>();
    private final Map<String, RungGroup> groups = new HashMap<>();
    private final Map<String, AutoAttendantSettings> menus = new HashMap<>();
    private final Map<String, LineFlows.LineFlow> lineFlows = new HashMap<>();
    private final Map<String, List<CallRoute>> routes = new HashMap<>();
    private final Map<String, String> beyond = new HashMap<>();
    private final Set<String> people = new LinkedHashSet<>();
    private int members;
    private int pressed;
    private int hops;

    private Loading(OperationContext context, IncomingCall incoming) {
      this.context = context;
      this.incoming = incoming;
    }

    /**
     * Loads a target that is not loaded yet; answers where the call goes on from it, if it does.
     */
    private @Nullable CallTarget follow(CallTarget target) {
      String value = target.value();
      return switch (target.type()) {
        case PHONE_NUMBER -> number(value);
        case USER, VOICEMAIL -> {
          people.add(value);
          yield null;
        }
        case HUNT_GROUP, AUTO_ATTENDANT -> {
          if (!groups.containsKey(value) && !menus.containsKey(value)) {
            definitions.find(context, List.of(value)).forEach(this::load);
          }
          yield onwards(target);
        }
      };
    }

    private @Nullable CallTarget onwards(CallTarget target) {
      RungGroup group = groups.get(target.value());
      if (group != null) {
        return group.noAnswer();
      }
      AutoAttendantSettings settings = menus.get(target.value());
      if (settings == null) {
        return null;
      }
      AttendantDialog.Outcome outcome =
          new AttendantDialog(settings, incoming, new Steps(), pressed).run(target);
      pressed = outcome.pressed();
      hops = outcome.chosen() ? 0 : hops;
      return outcome.next();
    }

    private @Nullable CallTarget number(String e164) {
      if (!numbers.containsKey(e164)) {
        numbers.putAll(targets.numbers(context, List.of(e164)));
      }
      return numbers.get(e164) instanceof NumberHolding.Held(Holder holder) ? held(holder) : null;
    }

    private @Nullable CallTarget held(Holder holder) {
      return switch (holder.kind()) {
        case USER -> {
          people.add(holder.holderId());
          yield null;
        }
        case LINE -> line(holder.holderId());
        case CONNECTOR, GROUP -> {
          routes.putAll(trunks.of(context, List.of(holder)));
          yield null;
        }
        // The SIP rule takes the call over.
        case SIP_RULE -> null;
      };
    }

    private @Nullable CallTarget line(String lineId) {
      if (!lineFlows.containsKey(lineId)) {
        lineFlows.putAll(lines.of(context, List.of(lineId)));
      }
      LineFlows.LineFlow line = lineFlows.get(lineId);
      if (line == null) {
        return null;
      }
      if (line.flow() != null) {
        return line.flow();
      }
      people.addAll(line.ringTogether());
      return line.noAnswer();
    }

    private void load(Flow flow) {
      if (groups.size() + menus.size() == MAX_FLOWS) {
        beyond.put(
            flow.id(),
            "%s is not entered: the call has passed through %d flows, which is the limit"
                .formatted(flow.describe(), MAX_FLOWS));
        return;
      }
      switch (flow.flowId().kind()) {
        case AUTO_ATTENDANT -> menus.put(flow.id(), definitions.settings(context, flow));
        case HUNT_GROUP -> loadGroup(flow);
        case LINE -> throw new IllegalStateException(flow.describe() + " is not a flow of its own");
      }
    }

    private void loadGroup(Flow flow) {
      Map<String, CallTarget> noAnswers =
          rows.leadingOn(context, List.of(flow.id())).stream()
              .collect(toMap(each -> each.from().id(), FlowEntry::to));
      int left = MAX_MEMBERS - members;
      RungGroup group =
          requireNonNull(store.groups(context, List.of(flow), noAnswers, left + 1).get(flow.id()));
      if (group.members().size() > left) {
        beyond.put(
            flow.id(),
            ("%s is not entered: with the hunt groups before it, the call would have more"
                    + " than %d members")
                .formatted(flow.describe(), MAX_MEMBERS));
        return;
      }
      groups.put(flow.id(), group);
      members += group.members().size();
    }

    private CallSnapshot done() {
      return new CallSnapshot(
          numbers, groups, menus, store.people(context, people), lineFlows, routes, beyond);
    }
  }
}
