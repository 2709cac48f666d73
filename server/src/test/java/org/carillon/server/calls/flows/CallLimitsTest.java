package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.flows.TestFlows.creation;
import static org.carillon.server.calls.flows.TestFlows.to;
import static org.carillon.server.calls.flows.TestFlows.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CallStep;
import org.carillon.api.model.CallStepAction;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.MenuEntry;
import org.carillon.api.model.MenuKey;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.ResolveCallInput;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls and edits where there is very much of something. */
@ParameterizedClass
@EnumSource(Engine.class)
final class CallLimitsTest {

  private static final String MAIN = "+12065550100";
  private static final List<MenuKey> KEYS =
      List.of(MenuKey.ONE, MenuKey.TWO, MenuKey.THREE, MenuKey.FOUR);

  private final TestFlows flows;

  CallLimitsTest(Engine engine, @TempDir Path folder) {
    flows = new TestFlows(engine, folder);
    flows.bells.stock(MAIN, PhoneNumberProductType.BUSINESS_CALLING);
  }

  @AfterEach
  void close() {
    flows.close();
  }

  private void line(CallTarget flow) {
    flows.line(MAIN, "Main", flow);
  }

  private List<CallStep> steps(String digits) {
    return requireNonNull(
        flows
            .run(
                Operations.RESOLVE_CALL,
                new ResolveCallInput(MAIN, null, Instant.parse("2026-03-02T15:00:00Z"), digits))
            .steps());
  }

  /** Rows for each i up to that number, where the select has i from n. */
  private void insert(String into, String select, int count) {
    flows.server.sql(
        "insert into "
            + into
            + " with recursive n(i) as (select 1 union all select i + 1 from n where i < "
            + count
            + ") "
            + select);
  }

  private void leading(HuntGroup group, String prefix, int count) {
    insert(
        "call_reference (organization_id, from_id, what, position, from_kind, to_kind, to_id)",
        "select '%s', '%s-' || i, 'FLOW', 0, 'LINE', 'HUNT_GROUP', '%s' from n"
            .formatted(flows.bells.id(), prefix, group.huntGroupId()),
        count);
  }

  @Test
  void flowToWhichAThousandLinesLeadCanBeEdited() {
    HuntGroup sales = flows.group("Sales", null);
    HuntGroup end = flows.group("End", null);
    leading(sales, "line", 1_001);
    HuntGroup after = flows.update(update(sales).noAnswer(to(end)));
    assertEquals(to(end), after.noAnswer());
    leading(sales, "more", 8_999);
    String said =
        flows.refusal(
            BadRequestException.class,
            Operations.CREATE_HUNT_GROUP,
            creation("One too many", to(sales)));
    assertTrue(
        said.startsWith("10000 entries of other call flows already lead to hunt group Sales"),
        said);
  }

  @Test
  void lineToWhoseNumberTenThousandLeadCanBeEditedAndSoCanWhatIsBelow() {
    HuntGroup end = flows.group("End", null);
    HuntGroup sales = flows.group("Sales", null);
    line(to(sales));
    HuntGroup beside = flows.group("Beside", to(sales));
    leadingToMain(9_999);
    flows.group("The last", to(MAIN));
    String said =
        flows.refusal(
            BadRequestException.class,
            Operations.CREATE_HUNT_GROUP,
            creation("One too many", to(MAIN)));
    assertTrue(
        said.startsWith("10000 entries of other call flows already lead to line Main"), said);
    // With these there are more than ten thousand two steps above Sales.
    flows.group("Above", to(beside));
    assertEquals(to(end), flows.update(update(sales).noAnswer(to(end))).noAnswer());
  }

  private void leadingToMain(int count) {
    insert(
        "call_reference (organization_id, from_id, what, position, from_kind, to_kind, to_id)",
        "select '%s', 'group-' || i, 'NO_ANSWER', 0, 'HUNT_GROUP', 'PHONE_NUMBER', '%s' from n"
            .formatted(flows.bells.id(), MAIN),
        count);
  }

  @Test
  void numberThatBecomesALineCountsInTheChainsThatLeadToIt() {
    HuntGroup group = flows.group("Group 0", to(MAIN));
    for (int i = 1; i < 11; i++) {
      group = flows.group("Group " + i, to(group));
    }
    String said =
        String.valueOf(
            assertThrows(BadRequestException.class, () -> flows.line(MAIN, "Main", null))
                .getMessage());
    assertTrue(said.contains("through more than 10 flows"), said);
    flows.update(update(flows.group(group.huntGroupId())).noAnswer(null));
    flows.line(MAIN, "Main", null);
  }

  /** A menu whose keys lead to such menus, down to some depth. */
  private CallTarget menu(String name, int depth) {
    List<MenuEntry> entries = new ArrayList<>();
    for (int i = 0; i < (depth == 0 ? 0 : KEYS.size()); i++) {
      entries.add(new MenuEntry(KEYS.get(i), menu(name + (i + 1), depth - 1)));
    }
    String id =
        requireNonNull(
                flows
                    .run(
                        Operations.CREATE_AUTO_ATTENDANT,
                        CreateAutoAttendantInput.builder()
                            .name(name)
                            .greeting(new Greeting("Hello", null))
                            .menu(entries)
                            .build())
                    .autoAttendant())
            .autoAttendantId();
    return new CallTarget(CallTargetType.AUTO_ATTENDANT, requireNonNull(id));
  }

  @Test
  void manyMenusBesideTheWayOfACallDoNotHideTheOnesOnIt() {
    line(menu("Menu ", 3));
    for (int i = 0; i < 64; i++) {
      String way = "%d%d%d".formatted(1 + i / 16, 1 + i / 4 % 4, 1 + i % 4);
      // The other keys come after, where the last menu does not have them.
      List<CallStep> steps = steps(way + "1234");
      assertTrue(
          steps.stream()
              .anyMatch(each ->
                  String.valueOf(each.reason()).startsWith("auto attendant Menu " + way + ":")),
          steps.toString());
    }
  }

  @Test
  void huntGroupWhoseMembersAreTooManyForOneCallIsToldByName() {
    insert(
        "holder (organization_id, holder_id, kind, account_id, name, created_at)",
        "select '%s', 'user-' || i, 'USER', '%s', 'user-' || i, 1 from n"
            .formatted(flows.bells.id(), flows.account),
        10_000);
    insert(
        "account_user (organization_id, user_id, account_id, display_name, license, user_type,"
            + " registration_status, inbound_calling, created_at, changed_at)",
        ("select '%s', 'user-' || i, '%s', 'User', 'Pro', 'PrivateUser', 'Registered', 1, 1, 1"
                + " from n")
            .formatted(flows.bells.id(), flows.account),
        10_000);
    HuntGroup group = flows.group("Group 6", null);
    members(group);
    for (int i = 5; i > 0; i--) {
      group = flows.group("Group " + i, to(group));
      group = flows.update(update(group).strategy(HuntGroupStrategy.SIMULTANEOUS));
      members(group);
    }
    line(to(group));
    List<CallStep> steps = steps("");
    assertEquals(
        List.of(10_000, 10_000, 10_000, 10_000, 10_000),
        steps.stream()
            .filter(each -> each.action() == CallStepAction.RING_TOGETHER)
            .map(each -> requireNonNull(each.userIds()).size())
            .toList());
    assertEquals(
        "hunt group Group 6 is not entered: with the hunt groups before it, the call would have"
            + " more than 50000 members",
        steps.getLast().reason());
  }

  @Test
  void userToWhomTooManyEntriesLeadIsNotTakenOutInPart() {
    insert(
        "call_reference (organization_id, from_id, what, position, from_kind, to_kind, to_id)",
        "select '%s', 'menu-' || i, 'KEY', 0, 'AUTO_ATTENDANT', 'USER', 'jane' from n"
            .formatted(flows.bells.id()),
        10_000);
    for (Executable taking :
        List.<Executable>of(() -> flows.preview("jane"), () -> flows.remove("jane"))) {
      assertEquals(
          "10000 entries of call flows or more lead to user jane, to a number of the user's or to a"
              + " line to dissolve; remove some of them first",
          assertThrows(BadRequestException.class, taking).getMessage());
    }
  }

  private void members(HuntGroup group) {
    insert(
        "call_reference (organization_id, from_id, what, position, from_kind, to_kind, to_id)",
        "select '%s', '%s', 'MEMBER', i, 'HUNT_GROUP', 'USER', 'user-' || i from n"
            .formatted(flows.bells.id(), group.huntGroupId()),
        10_000);
  }

  @Test
  void groupThatRingsAgainAndAgainIsListedOnce() {
    String jane = flows.user("jane");
    flows.server.sql("update account_user set registration_status = 'Registered'");
    flows.server.sql("update account_user set inbound_calling = 1");
    HuntGroup sales = flows.group("Sales", null, jane);
    String front = menuTo(to(sales));
    flows.update(
        update(sales)
            .strategy(HuntGroupStrategy.SIMULTANEOUS)
            .noAnswer(new CallTarget(CallTargetType.AUTO_ATTENDANT, front)));
    line(new CallTarget(CallTargetType.AUTO_ATTENDANT, front));
    List<List<String>> rung =
        steps("111").stream()
            .filter(each -> each.action() == CallStepAction.RING_TOGETHER)
            .map(each -> requireNonNull(each.userIds()))
            .toList();
    assertEquals(List.of(List.of(jane), List.of(), List.of()), rung);
  }

  private String menuTo(CallTarget target) {
    return requireNonNull(
        requireNonNull(
                flows
                    .run(
                        Operations.CREATE_AUTO_ATTENDANT,
                        CreateAutoAttendantInput.builder()
                            .name("Front desk")
                            .greeting(new Greeting("Hello", null))
                            .menu(List.of(new MenuEntry(MenuKey.ONE, target)))
                            .build())
                    .autoAttendant())
            .autoAttendantId());
  }
}
