package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.flows.TestFlows.creation;
import static org.carillon.server.calls.flows.TestFlows.to;
import static org.carillon.server.calls.flows.TestFlows.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.CallStep;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.FlowSchedule;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.MenuEntry;
import org.carillon.api.model.MenuKey;
import org.carillon.api.model.OpenHours;
import org.carillon.api.model.Operations;
import org.carillon.api.model.Origination;
import org.carillon.api.model.OriginationRoute;
import org.carillon.api.model.OriginationRouteProtocol;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PutVoiceConnectorOriginationInput;
import org.carillon.api.model.ResolveCallInput;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.api.model.UpdateUserSettingsInput;
import org.carillon.api.model.UserSettings;
import org.carillon.api.model.Weekday;
import org.carillon.platform.db.Engine;
import org.carillon.server.calls.entries.FlowEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls to numbers of an organization, through everything that is stored. */
@ParameterizedClass
@EnumSource(Engine.class)
final class CallStoriesTest {

  private static final String MAIN = "+12065550100";

  private final TestFlows flows;
  private String jane = "";
  private String john = "";

  CallStoriesTest(Engine engine, @TempDir Path folder) {
    flows = new TestFlows(engine, folder);
  }

  @BeforeEach
  void people() {
    jane = flows.user("jane");
    john = flows.user("john");
    inbound(jane);
    flows.bells.stock(MAIN, PhoneNumberProductType.BUSINESS_CALLING);
  }

  @AfterEach
  void close() {
    flows.close();
  }

  private void inbound(String user) {
    flows.run(
        Operations.UPDATE_USER_SETTINGS,
        new UpdateUserSettingsInput(
            flows.account, user, new UserSettings(new TelephonySettings(true, false, false))));
  }

  private List<CallStep> resolved(String called, String at, String digits) {
    return requireNonNull(
        flows
            .run(
                Operations.RESOLVE_CALL,
                new ResolveCallInput(called, null, Instant.parse(at), digits))
            .steps());
  }

  private List<String> steps(String called, String at, String digits) {
    return resolved(called, at, digits).stream()
        .map(step -> step.action() + ": " + step.reason())
        .toList();
  }

  private List<String> steps(String called) {
    return steps(called, "2026-03-02T15:00:00Z", "");
  }

  @Test
  void callToAUserRingsOncePermitted() {
    flows.run(
        Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
        new AssociatePhoneNumberWithUserInput(flows.account, jane, MAIN));
    String whose = MAIN + " is assigned to user jane@example.com: ";
    assertEquals(
        List.of(
            "VOICEMAIL: "
                + whose
                + "jane@example.com has inbound calling off: voicemail of jane@example.com"),
        steps(MAIN));
    inbound(jane);
    assertEquals(
        List.of(
            "RING: " + whose + "jane@example.com rings",
            "VOICEMAIL: nobody answers: voicemail of jane@example.com"),
        steps(MAIN));
    flows.server.sql("update account_user set registration_status = 'Suspended'");
    assertEquals(
        List.of(
            "VOICEMAIL: " + whose + "jane@example.com is suspended: voicemail of jane@example.com"),
        steps(MAIN));
  }

  @Test
  void numbersThatLeadNowhereSayWhy() {
    assertEquals(List.of("HANG_UP: " + MAIN + " is assigned to nobody"), steps(MAIN));
    flows.run(
        Operations.DELETE_PHONE_NUMBER, new org.carillon.api.model.DeletePhoneNumberInput(MAIN));
    assertEquals(List.of("HANG_UP: " + MAIN + " is in the deletion queue"), steps(MAIN));
    flows.server.pass(java.time.Duration.ofDays(8));
    String foreign = " is not a number of this organization";
    assertEquals(List.of("HANG_UP: " + MAIN + foreign), steps(MAIN));
    assertEquals(List.of("HANG_UP: +442079460000" + foreign), steps("+442079460000"));
  }

  private String line(CallTarget flow) {
    return flows.line(MAIN, "Main", flow);
  }

  @Test
  void officeHoursMenuHuntGroupAndVoicemailFollowEachOther() {
    HuntGroup sales =
        flows.group("Sales", new CallTarget(CallTargetType.VOICEMAIL, john), john, jane);
    CreateAutoAttendantInput front =
        CreateAutoAttendantInput.builder()
            .name("Front desk")
            .greeting(new Greeting("Hello", null))
            .menu(List.of(new MenuEntry(MenuKey.ONE, to(sales))))
            .schedule(
                new FlowSchedule(
                    "America/New_York",
                    List.of(new OpenHours(Weekday.MONDAY, "09:00", "17:00")),
                    null))
            .build();
    String id =
        requireNonNull(
            requireNonNull(flows.run(Operations.CREATE_AUTO_ATTENDANT, front).autoAttendant())
                .autoAttendantId());
    String line = line(new CallTarget(CallTargetType.AUTO_ATTENDANT, id));
    assertEquals(
        List.of(
            "ENTER: "
                + MAIN
                + " is assigned to line Main ("
                + line
                + "), whose calls go to its call flow",
            "ENTER: auto attendant Front desk: it is open from 09:00 to 17:00 (Monday 2026-03-02"
                + " 10:00 in America/New_York)",
            "PLAY_GREETING: auto attendant Front desk: the greeting",
            "MENU: auto attendant Front desk waits 10 s for a key",
            "KEY: auto attendant Front desk: the caller presses 1",
            "ENTER: hunt group Sales has 2 members, rung one after the other from the first on",
            "SKIP: hunt group Sales, member 1 of 2, john@example.com has inbound calling off:"
                + " skipped",
            "RING: hunt group Sales, member 2 of 2, jane@example.com rings",
            "VOICEMAIL: voicemail of john@example.com"),
        steps(MAIN, "2026-03-02T15:00:00Z", "1"));
    assertEquals(
        "HANG_UP: auto attendant Front desk: closed, and it has no further target",
        steps(MAIN, "2026-03-02T23:00:00Z", "1").getLast());
  }

  @Test
  void roundRobinAndLongestIdleFollowWhatWasAnswered() {
    inbound(john);
    HuntGroup sales = flows.group("Sales", null, jane, john);
    String id = requireNonNull(sales.huntGroupId());
    flows.update(update(sales).strategy(HuntGroupStrategy.ROUND_ROBIN));
    line(to(sales));
    assertTrue(steps(MAIN).get(2).contains("jane@"), steps(MAIN).toString());
    flows.answered(id, jane, "2026-03-01T10:00:00Z");
    assertTrue(steps(MAIN).get(2).contains("john@"), steps(MAIN).toString());
    // Recorded late: john's call was before jane's.
    flows.answered(id, john, "2026-03-01T09:00:00Z");
    flows.answered(id, john, "2026-03-01T08:00:00Z");
    assertTrue(steps(MAIN).get(2).contains("john@"), steps(MAIN).toString());
    flows.update(update(flows.group(id)).strategy(HuntGroupStrategy.LONGEST_IDLE));
    assertTrue(steps(MAIN).get(2).contains("john@"), steps(MAIN).toString());
    flows.answered(id, john, "2026-03-01T11:00:00Z");
    assertTrue(steps(MAIN).get(2).contains("jane@"), steps(MAIN).toString());
    flows.update(update(flows.group(id)).strategy(HuntGroupStrategy.ROUND_ROBIN));
    assertTrue(steps(MAIN).get(2).contains("jane@"), steps(MAIN).toString());
    // A later report of the same call: it was jane who answered.
    flows.answered(id, jane, "2026-03-01T11:00:00Z");
    assertTrue(steps(MAIN).get(2).contains("john@"), steps(MAIN).toString());
  }

  @Test
  void loopThroughALineOfOnesOwnIsFoundWhenItIsMade() {
    HuntGroup sales = flows.group("Sales", null, jane);
    line(to(sales));
    String said =
        flows.refusal(
            BadRequestException.class,
            Operations.UPDATE_HUNT_GROUP,
            update(sales).noAnswer(to(MAIN)).build());
    assertEquals(
        "an unanswered call would go round in a loop: hunt group Sales, then line Main, then hunt"
            + " group Sales; change the target of one of them",
        said);
    HuntGroup other = flows.group("Other", to(MAIN), jane);
    assertEquals(3, steps(MAIN).stream().filter(each -> !each.startsWith("HANG")).count());
    flows.refusal(
        BadRequestException.class,
        Operations.UPDATE_HUNT_GROUP,
        update(sales).noAnswer(to(other)).build());
  }

  @Test
  void chainsThroughALineCountTogether() {
    HuntGroup end = flows.group("End", null);
    line(to(end));
    HuntGroup group = flows.group("Group 0", to(MAIN));
    for (int i = 1; i < 9; i++) {
      group = flows.group("Group " + i, to(group));
    }
    flows.refusal(
        BadRequestException.class,
        Operations.UPDATE_HUNT_GROUP,
        update(end).noAnswer(to(flows.group("Further", null))).build());
    flows.refusal(
        BadRequestException.class, Operations.CREATE_HUNT_GROUP, creation("Group 9", to(group)));
  }

  @Test
  void connectorsAreAskedForTheirRoutes() {
    String connector =
        requireNonNull(
            requireNonNull(
                    flows
                        .run(
                            Operations.CREATE_VOICE_CONNECTOR,
                            CreateVoiceConnectorInput.builder()
                                .name("vc")
                                .requireEncryption(false)
                                .build())
                        .voiceConnector())
                .voiceConnectorId());
    OriginationRoute route =
        OriginationRoute.builder()
            .host("203.0.113.1")
            .port(5060)
            .protocol(OriginationRouteProtocol.UDP)
            .priority(1)
            .weight(1)
            .build();
    flows.run(
        Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
        new PutVoiceConnectorOriginationInput(connector, new Origination(List.of(route), null)));
    flows.run(
        Operations.UPDATE_PHONE_NUMBER,
        UpdatePhoneNumberInput.builder()
            .phoneNumberId(MAIN)
            .productType(PhoneNumberProductType.VOICE_CONNECTOR)
            .build());
    flows.run(
        Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
        new AssociatePhoneNumbersWithVoiceConnectorInput(connector, List.of(MAIN), null));
    assertEquals(
        List.of("TRUNK: " + MAIN + " is assigned to Voice Connector vc (" + connector + ")"),
        steps(MAIN));
    assertEquals(
        List.of(new CallRoute(connector, "203.0.113.1", 5060, "UDP", 1, 1)),
        resolved(MAIN, "2026-03-02T15:00:00Z", "").getFirst().routes());
  }

  @Test
  void leaverIsTakenOutOfAllFlowsAndOthersAnswerInstead() {
    CallTarget voicemail = new CallTarget(CallTargetType.VOICEMAIL, jane);
    HuntGroup sales = flows.group("Sales", voicemail, jane, john);
    HuntGroup alone = flows.group("Alone", to(sales), jane);
    flows.run(
        Operations.CREATE_AUTO_ATTENDANT,
        CreateAutoAttendantInput.builder()
            .name("Front desk")
            .greeting(new Greeting("Hello", null))
            .menu(List.of(new MenuEntry(MenuKey.ONE, new CallTarget(CallTargetType.USER, jane))))
            .build());
    List<String> expected =
        List.of(
            "auto attendant Front desk (key 1): the key is invalid input from then on: the call"
                + " ends",
            "hunt group Alone (member 1): no member is left to ring: calls go to HuntGroup "
                + sales.huntGroupId(),
            "hunt group Sales (member 1): the other member rings",
            "hunt group Sales (on no answer): no target: the call ends");
    assertEquals(expected, told(flows.preview(jane)));
    assertEquals(expected, told(flows.remove(jane)));
    assertEquals(List.of(), told(flows.preview(jane)));
    HuntGroup left = flows.group(sales.huntGroupId());
    assertEquals(List.of(john), left.memberUserIds());
    assertEquals(2, left.revision());
    assertEquals(List.of(), flows.group(alone.huntGroupId()).memberUserIds());
    // The remaining flow can still be edited.
    assertEquals(3, flows.update(update(left).ringSeconds(30)).revision());
  }

  private static List<String> told(List<UserRemoval.RemovedEntry> entries) {
    List<String> told = new ArrayList<>();
    for (UserRemoval.RemovedEntry each : entries) {
      FlowEntry reference = each.entry();
      told.add(
          each.flow()
              + " ("
              + reference.slot().describe(reference.position())
              + "): "
              + each.explanation());
    }
    return told.stream().sorted().toList();
  }
}
