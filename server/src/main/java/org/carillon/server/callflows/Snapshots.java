package org.carillon.server.callflows;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.server.callflows.FlowSnapshot.RungGroup;
import org.carillon.server.numbers.Holder;
import org.carillon.server.platform.operations.Call;

/**
 * Loads what one call can come to, a step further with each round of a few queries: numbers, lines,
 * flows; and all the people at the end.
 */
final class Snapshots {

  /** How many flows, lines and members of hunt groups are read for one call. */
  static final int MOST_FLOWS = 64;

  static final int MOST_MEMBERS = 50_000;

  private final SnapshotStore store;
  private final TargetStore targets;
  private final ReferenceStore references;
  private final AutoAttendantStore attendants;
  private final LineFlows lines;
  private final TrunkRoutes trunks;

  Snapshots(
      SnapshotStore store,
      TargetStore targets,
      ReferenceStore references,
      AutoAttendantStore attendants,
      LineFlows lines,
      TrunkRoutes trunks) {
    this.store = store;
    this.targets = targets;
    this.references = references;
    this.attendants = attendants;
    this.lines = lines;
    this.trunks = trunks;
  }

  /** Everything that this call can come to. */
  FlowSnapshot load(Call call, IncomingCall incoming) {
    Loading loading = new Loading(call, incoming);
    loading.targets.add(new CallTarget(CallTargetType.PHONE_NUMBER, incoming.called()));
    // Each round loads something new, or is the last.
    while (!loading.targets.isEmpty()) {
      loading.further();
    }
    return loading.done();
  }

  /** One snapshot in the making. */
  private final class Loading {

    private final Call call;
    private final IncomingCall incoming;
    private final Map<String, NumberHolding> numbers = new HashMap<>();
    private final Map<String, RungGroup> groups = new HashMap<>();
    private final Map<String, AutoAttendantSettings> menus = new HashMap<>();
    private final Map<String, LineFlows.LineFlow> lineFlows = new HashMap<>();
    private final Map<String, List<CallRoute>> routes = new HashMap<>();
    private final Set<String> people = new LinkedHashSet<>();

    /** What is named by what is loaded. */
    private Set<CallTarget> targets = new LinkedHashSet<>();

    private int members;

    private Loading(Call call, IncomingCall incoming) {
      this.call = call;
      this.incoming = incoming;
    }

    private void further() {
      Set<CallTarget> now = targets;
      targets = new LinkedHashSet<>();
      loadNumbers(values(now, CallTargetType.PHONE_NUMBER));
      people.addAll(values(now, CallTargetType.USER));
      people.addAll(values(now, CallTargetType.VOICEMAIL));
      List<String> flowIds =
          now.stream()
              .filter(each -> Origin.of(each).isPresent())
              .map(CallTarget::value)
              .filter(id -> !groups.containsKey(id) && !menus.containsKey(id))
              .distinct()
              .limit(MOST_FLOWS - groups.size() - menus.size())
              .toList();
      if (!flowIds.isEmpty()) {
        loadFlows(flowIds);
      }
    }

    private void loadNumbers(List<String> e164s) {
      Map<String, NumberHolding> found =
          Snapshots.this.targets.numbers(
              call, e164s.stream().filter(each -> !numbers.containsKey(each)).toList());
      numbers.putAll(found);
      List<Holder> trunkHolders = new ArrayList<>();
      List<String> lineIds = new ArrayList<>();
      for (NumberHolding each : found.values()) {
        if (each instanceof NumberHolding.Held(Holder holder)) {
          switch (holder.kind()) {
            case USER -> people.add(holder.holderId());
            case LINE -> {
              if (lineFlows.size() + lineIds.size() < MOST_FLOWS) {
                lineIds.add(holder.holderId());
              }
            }
            case CONNECTOR, GROUP -> trunkHolders.add(holder);
            case SIP_RULE -> {
              // It takes the call over, whatever it is.
            }
          }
        }
      }
      if (!trunkHolders.isEmpty()) {
        routes.putAll(trunks.of(call, trunkHolders));
      }
      if (!lineIds.isEmpty()) {
        lines.of(call, lineIds).forEach(this::add);
      }
    }

    private void add(String id, LineFlows.LineFlow line) {
      lineFlows.put(id, line);
      if (line.flow() == null) {
        people.addAll(line.ringTogether());
      } else {
        targets.add(line.flow());
      }
      if (line.noAnswer() != null) {
        targets.add(line.noAnswer());
      }
    }

    private void loadFlows(List<String> flowIds) {
      List<Flow> flows = store.flows(call, flowIds);
      for (AutoAttendant each : attendants.complete(call, of(flows, Origin.Kind.AUTO_ATTENDANT))) {
        menus.put(each.flow().id(), each.settings());
        targets.addAll(each.next(incoming.at(), incoming.digits()));
      }
      List<Flow> rung = of(flows, Origin.Kind.HUNT_GROUP);
      Map<String, CallTarget> noAnswers =
          references.leadingOn(call, rung.stream().map(Flow::id).toList()).stream()
              .collect(toMap(each -> each.from().id(), Reference::to));
      targets.addAll(noAnswers.values());
      Map<String, RungGroup> found = store.groups(call, rung, noAnswers, MOST_MEMBERS - members);
      groups.putAll(found);
      members += found.values().stream().mapToInt(each -> each.members().size()).sum();
    }

    private FlowSnapshot done() {
      people.addAll(values(targets, CallTargetType.USER));
      people.addAll(values(targets, CallTargetType.VOICEMAIL));
      return new FlowSnapshot(
          numbers, groups, menus, store.people(call, people), lineFlows, routes);
    }
  }

  private static List<Flow> of(List<Flow> flows, Origin.Kind kind) {
    return flows.stream().filter(each -> each.origin().kind() == kind).toList();
  }

  private static List<String> values(Collection<CallTarget> targets, CallTargetType type) {
    return targets.stream()
        .filter(each -> each.type() == type)
        .map(CallTarget::value)
        .distinct()
        .toList();
  }
}
