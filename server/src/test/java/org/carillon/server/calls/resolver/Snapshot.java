package org.carillon.server.calls.resolver;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.CallStep;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.server.calls.entries.NumberHolding;
import org.carillon.server.calls.resolver.CallSnapshot.Member;
import org.carillon.server.calls.resolver.CallSnapshot.Person;
import org.carillon.server.calls.resolver.CallSnapshot.Reachability;
import org.carillon.server.calls.resolver.CallSnapshot.RungGroup;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/** Builds snapshots for tests of the resolver; +12065550100 is called on a Monday morning. */
final class Snapshot {

  static final String CALLED = "+12065550100";

  private final Map<String, NumberHolding> numbers = new HashMap<>();
  private final Map<String, RungGroup> groups = new HashMap<>();
  private final Map<String, AutoAttendantSettings> attendants = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, LineFlows.LineFlow> lines = new HashMap<>();
  private final Map<String, List<CallRoute>> routes = new HashMap<>();

  static CallTarget to(String type, String value) {
    return new CallTarget(
        Arrays.stream(CallTargetType.values())
            .filter(each -> each.value().equals(type))
            .findFirst()
            .orElseThrow(),
        value);
  }

  Snapshot number(String e164, NumberHolding holding) {
    numbers.put(e164, holding);
    return this;
  }

  Snapshot held(Holder.Kind kind, String id) {
    return number(CALLED, new NumberHolding.Held(new Holder(id, kind, null, id)));
  }

  /** The called number is that of a line that leads there. */
  Snapshot lineTo(CallTarget flow) {
    line("main", new LineFlows.LineFlow("main", flow, List.of(), 20, null));
    return held(Holder.Kind.LINE, "main");
  }

  Snapshot line(String id, LineFlows.LineFlow line) {
    lines.put(id, line);
    return this;
  }

  Snapshot person(String id, Reachability reachability) {
    people.put(id, new Person(id, id, reachability));
    return this;
  }

  Snapshot route(String id, CallRoute... found) {
    routes.put(id, List.of(found));
    return this;
  }

  /** Members are written as in "jane", "john OFF", "jack SUSPENDED" or "jill idle 17". */
  Snapshot group(
      String name,
      HuntGroupStrategy strategy,
      @Nullable CallTarget noAnswer,
      @Nullable String last,
      String... members) {
    groups.put(
        name,
        new RungGroup(
            name,
            strategy,
            20,
            Arrays.stream(members).map(Snapshot::member).toList(),
            noAnswer,
            last));
    return this;
  }

  private static Member member(String written) {
    String[] words = written.split(" ", -1);
    Reachability reachability =
        words.length < 2 || words[1].equals("idle")
            ? Reachability.READY
            : words[1].equals("OFF") ? Reachability.INBOUND_OFF : Reachability.valueOf(words[1]);
    return new Member(
        new Person(words[0], words[0], reachability),
        words.length == 3 ? Long.parseLong(words[2]) : Long.MIN_VALUE);
  }

  Snapshot attendant(String id, AutoAttendantSettings settings) {
    attendants.put(id, settings);
    return this;
  }

  /** The steps, a line each: the action, what it is about, and the reason. */
  List<String> steps(String digits) {
    return resolve(digits).stream().map(Snapshot::line).toList();
  }

  List<String> steps() {
    return steps("");
  }

  List<CallStep> resolve(String digits) {
    return CallResolver.resolve(
        new CallSnapshot(numbers, groups, attendants, people, lines, routes),
        new IncomingCall(new E164(CALLED), null, Instant.parse("2026-03-02T10:00:00Z"), digits));
  }

  private static String line(CallStep step) {
    CallTarget target = step.target();
    String about =
        target != null ? " " + target.value() : step.userIds() != null ? " " + step.userIds() : "";
    return step.action() + about + ": " + step.reason();
  }
}
