package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.flows.TestFlows.to;
import static org.carillon.server.calls.flows.TestFlows.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.AutoAttendant;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.ClosedBehavior;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.DeleteAutoAttendantInput;
import org.carillon.api.model.DeleteHuntGroupInput;
import org.carillon.api.model.FlowHoliday;
import org.carillon.api.model.FlowSchedule;
import org.carillon.api.model.GetAutoAttendantInput;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.InvalidInputBehavior;
import org.carillon.api.model.ListAutoAttendantsInput;
import org.carillon.api.model.MenuEntry;
import org.carillon.api.model.MenuKey;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.OpenHours;
import org.carillon.api.model.Operations;
import org.carillon.api.model.TimeoutBehavior;
import org.carillon.api.model.UpdateAutoAttendantInput;
import org.carillon.api.model.Weekday;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Auto attendants as administrators make, change and delete them. */
@ParameterizedClass
@EnumSource(Engine.class)
final class AutoAttendantsTest {

  private static final Greeting HELLO = new Greeting("Hello", null);

  private final TestFlows flows;

  AutoAttendantsTest(Engine engine, @TempDir Path folder) {
    flows = new TestFlows(engine, folder);
  }

  @AfterEach
  void close() {
    flows.close();
  }

  private static CreateAutoAttendantInput.Builder front(MenuEntry... menu) {
    return CreateAutoAttendantInput.builder()
        .name("Front desk")
        .greeting(HELLO)
        .menu(List.of(menu));
  }

  private AutoAttendant create(CreateAutoAttendantInput.Builder input) {
    return requireNonNull(
        flows.run(Operations.CREATE_AUTO_ATTENDANT, input.build()).autoAttendant());
  }

  private AutoAttendant get(AutoAttendant attendant) {
    return requireNonNull(
        flows
            .run(
                Operations.GET_AUTO_ATTENDANT,
                new GetAutoAttendantInput(requireNonNull(attendant.autoAttendantId())))
            .autoAttendant());
  }

  private static UpdateAutoAttendantInput.Builder change(AutoAttendant attendant) {
    return UpdateAutoAttendantInput.builder()
        .autoAttendantId(requireNonNull(attendant.autoAttendantId()))
        .name(requireNonNull(attendant.name()))
        .greeting(requireNonNull(attendant.greeting()))
        .menu(requireNonNull(attendant.menu()))
        .revision(requireNonNull(attendant.revision()));
  }

  private static CallTarget itself(AutoAttendant attendant) {
    return new CallTarget(
        CallTargetType.AUTO_ATTENDANT, requireNonNull(attendant.autoAttendantId()));
  }

  private void refused(CreateAutoAttendantInput.Builder input, String message) {
    assertEquals(
        message,
        flows.refusal(BadRequestException.class, Operations.CREATE_AUTO_ATTENDANT, input.build()));
  }

  @Test
  void everythingThatIsSetIsKept() {
    CallTarget jane = new CallTarget(CallTargetType.USER, flows.user("jane"));
    CallTarget sales = to(flows.group("Sales", null));
    FlowSchedule schedule =
        new FlowSchedule(
            "America/New_York",
            List.of(
                new OpenHours(Weekday.MONDAY, "09:00", "12:00"),
                new OpenHours(Weekday.MONDAY, "13:00", "24:00")),
            List.of(new FlowHoliday("2026-12-25", "Christmas")));
    AutoAttendant front =
        create(
            front(new MenuEntry(MenuKey.STAR, jane), new MenuEntry(MenuKey.ONE, sales))
                .schedule(schedule)
                .closed(new ClosedBehavior(new Greeting(null, "https://example.com/a.wav"), jane))
                .holiday(new ClosedBehavior(null, null))
                .timeout(new TimeoutBehavior(5, sales))
                .invalidInput(new InvalidInputBehavior(0, to("%2B12065550100"))));
    assertEquals(front, get(front));
    assertEquals(schedule, front.schedule());
    assertEquals(
        List.of(new MenuEntry(MenuKey.ONE, sales), new MenuEntry(MenuKey.STAR, jane)),
        front.menu());
    assertEquals(new InvalidInputBehavior(0, to("+12065550100")), front.invalidInput());
    assertEquals(new ClosedBehavior(null, null), front.holiday());
  }

  @Test
  void whatIsLeftOutHasDefaults() {
    AutoAttendant front = create(front().closed(new ClosedBehavior(null, null)));
    assertEquals(new TimeoutBehavior(10, null), front.timeout());
    assertEquals(new InvalidInputBehavior(2, null), front.invalidInput());
    assertNull(front.closed());
    assertNull(front.holiday());
    assertNull(front.schedule());
    assertEquals(front, get(front));
  }

  @Test
  void emptyListOfHolidaysIsNone() {
    FlowSchedule none = new FlowSchedule("Etc/UTC", List.of(), List.of());
    AutoAttendant front = create(front().schedule(none));
    assertEquals(front, get(front));
    flows.run(
        Operations.UPDATE_AUTO_ATTENDANT,
        change(front).menu(List.of()).schedule(none).name("Back desk").build());
    String said =
        flows.refusal(
            ConflictException.class, Operations.UPDATE_AUTO_ATTENDANT, change(front).build());
    assertTrue(said.contains("changed Name;"), said);
  }

  @Test
  void updateReplacesEverythingForWhoeverHasSeenItAsItIs() {
    CallTarget jane = new CallTarget(CallTargetType.USER, flows.user("jane"));
    FlowSchedule schedule =
        new FlowSchedule("Etc/UTC", List.of(new OpenHours(Weekday.MONDAY, "09:00", "12:00")), null);
    AutoAttendant front = create(front(new MenuEntry(MenuKey.ONE, jane)).schedule(schedule));
    AutoAttendant changed =
        requireNonNull(
            flows
                .run(
                    Operations.UPDATE_AUTO_ATTENDANT,
                    change(front).menu(List.of()).name("Back desk").build())
                .autoAttendant());
    assertEquals(2, changed.revision());
    assertNull(changed.schedule());
    assertEquals(changed, get(front));
    String said =
        flows.refusal(
            ConflictException.class, Operations.UPDATE_AUTO_ATTENDANT, change(front).build());
    assertTrue(said.contains("changed Name, Menu, Schedule;"), said);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    CallTarget number = to("+12065550100");
    refused(
        front().greeting(new Greeting(null, null)),
        "Greeting needs either a Text or an AudioUrl; give one of them");
    refused(
        front().closed(new ClosedBehavior(new Greeting(null, null), null)),
        "Closed.Greeting needs either a Text or an AudioUrl; give one of them");
    refused(
        front(new MenuEntry(MenuKey.ONE, number), new MenuEntry(MenuKey.ONE, number)),
        "Menu has two entries for key 1; keep one of them");
    refused(
        front().schedule(new FlowSchedule("Mars/Base", List.of(), null)),
        "Schedule.TimeZone Mars/Base is not the name of a time zone; write it like"
            + " America/New_York");
    refused(
        front()
            .schedule(
                new FlowSchedule(
                    "Etc/UTC", List.of(new OpenHours(Weekday.MONDAY, "17:00", "09:00")), null)),
        "Schedule.OpenHours[0] Monday from 17:00 to 09:00 ends before it begins; write hours over"
            + " midnight as two ranges");
    refused(
        front()
            .schedule(
                new FlowSchedule(
                    "Etc/UTC",
                    List.of(
                        new OpenHours(Weekday.MONDAY, "09:00", "12:00"),
                        new OpenHours(Weekday.MONDAY, "12:00", "17:00"),
                        new OpenHours(Weekday.TUESDAY, "09:00", "17:00"),
                        new OpenHours(Weekday.MONDAY, "11:59", "12:00")),
                    null)),
        "Schedule.OpenHours[3] Monday from 11:59 to 12:00 overlaps Monday from 09:00 to 12:00;"
            + " write them as one range");
    refused(
        front()
            .schedule(
                new FlowSchedule(
                    "Etc/UTC", List.of(), List.of(new FlowHoliday("2026-02-30", "None")))),
        "Schedule.Holidays[0].Date 2026-02-30 of holiday None does not exist; write it yyyy-MM-dd");
  }

  @Test
  void nationalAndEmergencyNumbersAreNotMadeForeignOnes() {
    CallTarget number = to("911");
    String problem =
        ".Target.Value 911 is an emergency number; write a number in E.164, such as +12065550100";
    refused(front(new MenuEntry(MenuKey.ONE, number)), "Menu[0]" + problem);
    refused(front().closed(new ClosedBehavior(null, number)), "Closed" + problem);
    refused(front().holiday(new ClosedBehavior(null, number)), "Holiday" + problem);
    refused(front().timeout(new TimeoutBehavior(5, number)), "Timeout" + problem);
    refused(front().invalidInput(new InvalidInputBehavior(0, number)), "InvalidInput" + problem);
    refused(
        front(
            new MenuEntry(MenuKey.TWO, to("+12065550100")),
            new MenuEntry(MenuKey.ONE, to("2065550172"))),
        "Menu[1].Target.Value 2065550172 is a national number; in the US or Canada write"
            + " +12065550172");
  }

  @Test
  void menusLeadToWhatExists() {
    CallTarget nobody = new CallTarget(CallTargetType.VOICEMAIL, "nobody");
    assertEquals(
        "there is no user nobody in this organization (key #)",
        flows.refusal(
            NotFoundException.class,
            Operations.CREATE_AUTO_ATTENDANT,
            front(new MenuEntry(MenuKey.POUND, nobody)).build()));
    CallTarget nothing = new CallTarget(CallTargetType.AUTO_ATTENDANT, "nothing");
    assertEquals(
        "there is no auto attendant nothing in this organization (while closed)",
        flows.refusal(
            NotFoundException.class,
            Operations.CREATE_AUTO_ATTENDANT,
            front().closed(new ClosedBehavior(null, nothing)).build()));
  }

  @Test
  void keyMayLeadBackAndWhatHappensByItselfMayNot() {
    AutoAttendant front = create(front());
    HuntGroup sales = flows.group("Sales", itself(front));
    AutoAttendant changed =
        requireNonNull(
            flows
                .run(
                    Operations.UPDATE_AUTO_ATTENDANT,
                    change(front)
                        .menu(
                            List.of(
                                new MenuEntry(MenuKey.ONE, to(sales)),
                                new MenuEntry(MenuKey.NINE, itself(front))))
                        .build())
                .autoAttendant());
    String said =
        flows.refusal(
            BadRequestException.class,
            Operations.UPDATE_AUTO_ATTENDANT,
            change(changed).timeout(new TimeoutBehavior(null, to(sales))).build());
    assertEquals(
        "an unanswered call would go round in a loop: auto attendant Front desk, then hunt group"
            + " Sales, then auto attendant Front desk; change the target of one of them",
        said);
    for (UpdateAutoAttendantInput.Builder input :
        List.of(
            change(changed).closed(new ClosedBehavior(null, itself(front))),
            change(changed).holiday(new ClosedBehavior(null, itself(front))),
            change(changed).invalidInput(new InvalidInputBehavior(null, itself(front))),
            change(changed).timeout(new TimeoutBehavior(null, itself(front))))) {
      flows.refusal(BadRequestException.class, Operations.UPDATE_AUTO_ATTENDANT, input.build());
    }
  }

  @Test
  void whatAMenuLeadsToIsNotDeletedButAMenuThatLeadsToItselfCanBe() {
    HuntGroup sales = flows.group("Sales", null);
    AutoAttendant front =
        create(front(new MenuEntry(MenuKey.ONE, to(sales)), new MenuEntry(MenuKey.TWO, to(sales))));
    assertEquals(
        "2 entries of call flows lead to hunt group Sales: auto attendant Front desk (key 1), auto"
            + " attendant Front desk (key 2); change the targets first",
        flows.refusal(
            ConflictException.class,
            Operations.DELETE_HUNT_GROUP,
            new DeleteHuntGroupInput(requireNonNull(sales.huntGroupId()), null)));
    flows.run(
        Operations.UPDATE_AUTO_ATTENDANT,
        change(front).menu(List.of(new MenuEntry(MenuKey.ONE, itself(front)))).build());
    DeleteAutoAttendantInput deletion =
        new DeleteAutoAttendantInput(requireNonNull(front.autoAttendantId()), null);
    flows.update(update(sales).noAnswer(itself(front)));
    flows.refusal(ConflictException.class, Operations.DELETE_AUTO_ATTENDANT, deletion);
    flows.update(update(flows.group(sales.huntGroupId())).noAnswer(null));
    flows.run(Operations.DELETE_AUTO_ATTENDANT, deletion);
    assertEquals(
        List.of(),
        flows
            .run(Operations.LIST_AUTO_ATTENDANTS, ListAutoAttendantsInput.builder().build())
            .autoAttendants());
  }
}
