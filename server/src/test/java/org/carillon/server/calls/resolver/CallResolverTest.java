package org.carillon.server.calls.resolver;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.resolver.Snapshot.CALLED;
import static org.carillon.server.calls.resolver.Snapshot.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.CallStep;
import org.carillon.api.model.CallStepAction;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.server.calls.entries.NumberHolding;
import org.carillon.server.calls.resolver.CallSnapshot.Reachability;
import org.carillon.server.inventory.numbers.Holder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which steps a call takes, by what holds the number and by the strategies of hunt groups. */
final class CallResolverTest {

  private static final String[] TEAM = {"jane", "john OFF", "jack", "jill SUSPENDED"};

  private static Snapshot sales(
      HuntGroupStrategy strategy, @Nullable String last, String... members) {
    return new Snapshot()
        .lineTo(to("HuntGroup", "Sales"))
        .group("Sales", strategy, null, last, members);
  }

  /** The steps after the call came to the hunt group. */
  private static List<String> rung(Snapshot snapshot) {
    List<String> steps = snapshot.steps();
    return steps.subList(2, steps.size());
  }

  @Test
  void numberThatNobodyHasEndsTheCall() {
    assertEquals(
        List.of("HANG_UP: +12065550100 is not a number of this organization"),
        new Snapshot().steps());
    assertEquals(
        List.of("HANG_UP: +12065550100 is assigned to nobody"),
        new Snapshot().number(CALLED, new NumberHolding.Unassigned()).steps());
    assertEquals(
        List.of("HANG_UP: +12065550100 is in the deletion queue"),
        new Snapshot().number(CALLED, new NumberHolding.Deleted()).steps());
    assertEquals(
        List.of("HANG_UP: +12065550100 is ordered and not delivered yet"),
        new Snapshot().number(CALLED, new NumberHolding.Acquiring()).steps());
  }

  @Test
  void numberOfAUserRingsTheUserWhoCanBeRung() {
    assertEquals(
        List.of(
            "RING jane: +12065550100 is assigned to user jane: jane rings",
            "VOICEMAIL jane: nobody answers: voicemail of jane"),
        new Snapshot().held(Holder.Kind.USER, "jane").person("jane", Reachability.READY).steps());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"READY", "REMOVED"})
  void otherUsersGetVoicemailOnly(Reachability reachability) {
    assertEquals(
        List.of(
            "VOICEMAIL jane: +12065550100 is assigned to user jane: jane "
                + reachability.describe()
                + ": voicemail of jane"),
        new Snapshot().held(Holder.Kind.USER, "jane").person("jane", reachability).steps());
  }

  @Test
  void userWhoIsGoneEndsTheCall() {
    assertEquals(
        List.of("HANG_UP: +12065550100 is assigned to user jane: user jane no longer exists"),
        new Snapshot().held(Holder.Kind.USER, "jane").person("jane", Reachability.REMOVED).steps());
  }

  @Test
  void connectorsGetTheCallWithTheirRoutes() {
    CallRoute route = new CallRoute("connector", "sip.example.com", 5060, "UDP", 1, 10);
    List<CallStep> steps =
        new Snapshot().held(Holder.Kind.CONNECTOR, "vc").route("vc", route).resolve("");
    assertEquals(CallStepAction.TRUNK, steps.getFirst().action());
    assertEquals("vc", steps.getFirst().holderId());
    assertEquals(List.of(route), steps.getFirst().routes());
    assertEquals(
        List.of(
            "TRUNK: +12065550100 is assigned to Voice Connector group vcg (vcg); its target is not"
                + " known"),
        new Snapshot().held(Holder.Kind.GROUP, "vcg").steps());
    assertEquals(
        List.of("SIP_RULE: +12065550100 is assigned to SIP rule rule (rule)"),
        new Snapshot().held(Holder.Kind.SIP_RULE, "rule").steps());
  }

  @Test
  void lineRingsItsUsersTogetherAndThenItsInbox() {
    Snapshot line =
        new Snapshot()
            .held(Holder.Kind.LINE, "main")
            .line(
                "main",
                new LineFlows.LineFlow(
                    "Main", null, List.of("jane", "john", "jack"), 30, to("Voicemail", "jane")))
            .person("jane", Reachability.READY)
            .person("john", Reachability.SUSPENDED)
            .person("jack", Reachability.READY);
    assertEquals(
        List.of(
            "ENTER: +12065550100 is assigned to line main (main), whose users ring together",
            "SKIP john: line Main, john is suspended: skipped",
            "RING_TOGETHER [jane, jack]: line Main: 2 of 3 users ring at once",
            "VOICEMAIL jane: voicemail of jane"),
        line.steps());
    List<CallStep> own =
        new Snapshot()
            .held(Holder.Kind.LINE, "main")
            .line("main", new LineFlows.LineFlow("Main", null, List.of("jane"), 30, null))
            .person("jane", Reachability.SUSPENDED)
            .resolve("");
    assertEquals(CallStepAction.VOICEMAIL, own.getLast().action());
    assertEquals("main", own.getLast().lineId());
    assertEquals("line Main: nobody can ring: the line's own voicemail", own.getLast().reason());
    assertEquals(
        List.of(
            "HANG_UP: +12065550100 is assigned to line main (main), whose call flow is not known"),
        new Snapshot().held(Holder.Kind.LINE, "main").steps());
  }

  @Test
  void simultaneousRingsAllWhoCanBeRungAtOnce() {
    assertEquals(
        List.of(
            "SKIP john: hunt group Sales, member 2 of 4, john has inbound calling off: skipped",
            "SKIP jill: hunt group Sales, member 4 of 4, jill is suspended: skipped",
            "RING_TOGETHER [jane, jack]: hunt group Sales: 2 of 4 members ring at once",
            "HANG_UP: hunt group Sales: nobody answers, and it has no further target"),
        rung(sales(HuntGroupStrategy.SIMULTANEOUS, null, TEAM)));
  }

  @Test
  void sequentialRingsInOrder() {
    assertEquals(
        List.of(
            "RING jane: hunt group Sales, member 1 of 4, jane rings",
            "SKIP john: hunt group Sales, member 2 of 4, john has inbound calling off: skipped",
            "RING jack: hunt group Sales, member 3 of 4, jack rings",
            "SKIP jill: hunt group Sales, member 4 of 4, jill is suspended: skipped",
            "HANG_UP: hunt group Sales: nobody answers, and it has no further target"),
        rung(sales(HuntGroupStrategy.SEQUENTIAL, "jane", TEAM)));
  }

  @Test
  void roundRobinBeginsAfterWhoeverAnsweredLast() {
    assertEquals("[jack, jane]", rungInTurn(sales(HuntGroupStrategy.ROUND_ROBIN, "jane", TEAM)));
    assertEquals("[jane, jack]", rungInTurn(sales(HuntGroupStrategy.ROUND_ROBIN, "jill", TEAM)));
    assertEquals("[jane, jack]", rungInTurn(sales(HuntGroupStrategy.ROUND_ROBIN, null, TEAM)));
    assertEquals("[jane, jack]", rungInTurn(sales(HuntGroupStrategy.ROUND_ROBIN, "leaver", TEAM)));
    assertTrue(
        sales(HuntGroupStrategy.ROUND_ROBIN, "jane", TEAM).steps().stream()
            .anyMatch(each -> each.contains("beginning after the member who answered last")));
    assertTrue(
        sales(HuntGroupStrategy.ROUND_ROBIN, "leaver", TEAM).steps().stream()
            .anyMatch(each ->
                each.contains(
                    "in turn from the first on, since the user who answered last is no longer a"
                        + " member")));
  }

  @Test
  void longestIdleComesFirstAndWhoNeverAnsweredBeforeEverybody() {
    assertEquals(
        "[new, jack, jane, john]",
        rungInTurn(
            sales(
                HuntGroupStrategy.LONGEST_IDLE,
                "jane",
                "jane idle 30",
                "jack idle 20",
                "off OFF",
                "john idle 30",
                "new")));
  }

  private static String rungInTurn(Snapshot snapshot) {
    return snapshot.resolve("").stream()
        .filter(each -> each.action() == CallStepAction.RING)
        .map(each -> requireNonNull(each.target()).value())
        .toList()
        .toString();
  }

  @Test
  void emptyHuntGroupLeadsOn() {
    assertEquals(
        List.of("VOICEMAIL jane: voicemail of jane"),
        rung(
            new Snapshot()
                .lineTo(to("HuntGroup", "Sales"))
                .person("jane", Reachability.SUSPENDED)
                .group("Sales", HuntGroupStrategy.ROUND_ROBIN, to("Voicemail", "jane"), "jane")));
  }

  @ParameterizedTest
  @EnumSource(HuntGroupStrategy.class)
  void answerStaysShortHoweverManyMembersThereAre(HuntGroupStrategy strategy) {
    String[] members =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "user" + i + (i % 2 == 0 ? " OFF" : ""))
            .toArray(String[]::new);
    List<CallStep> steps = sales(strategy, null, members).resolve("");
    assertTrue(steps.size() <= 126, steps.size() + " steps");
    if (strategy == HuntGroupStrategy.SIMULTANEOUS) {
      assertEquals(
          List.of(5000),
          steps.stream()
              .filter(each -> each.action() == CallStepAction.RING_TOGETHER)
              .map(each -> requireNonNull(each.userIds()).size())
              .toList());
    } else {
      assertEquals(
          100, steps.stream().filter(each -> each.action() == CallStepAction.RING).count());
    }
    assertEquals(CallStepAction.HANG_UP, steps.getLast().action());
  }

  @Test
  void numbersThatWereReassignedDoNotLeadRoundForEver() {
    Snapshot loop =
        new Snapshot()
            .lineTo(to("HuntGroup", "Sales"))
            .group("Sales", HuntGroupStrategy.SEQUENTIAL, to("PhoneNumber", CALLED), null);
    List<String> steps = loop.steps();
    assertEquals(
        "HANG_UP: the call passed through 10 flows without a key, which is the limit",
        steps.getLast());
    assertEquals(12, steps.size());
  }

  @Test
  void numberOutsideIsDialled() {
    assertEquals(
        List.of(
            "DIAL +442079460000: +442079460000 is outside of the organization; the caller is"
                + " anonymous"),
        rung(
            new Snapshot()
                .lineTo(to("HuntGroup", "Sales"))
                .group(
                    "Sales",
                    HuntGroupStrategy.SEQUENTIAL,
                    to("PhoneNumber", "+442079460000"),
                    null)));
  }

  @Test
  void numberThatWasStoredBeforeItsLengthWasCheckedIsNotDialled() {
    assertEquals(
        List.of("HANG_UP: +911 is too short; write a number in E.164, such as +12065550100"),
        rung(
            new Snapshot()
                .lineTo(to("HuntGroup", "Sales"))
                .group("Sales", HuntGroupStrategy.SEQUENTIAL, to("PhoneNumber", "+911"), null)));
  }
}
