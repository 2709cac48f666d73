package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.flows.TestFlows.creation;
import static org.carillon.server.calls.flows.TestFlows.to;
import static org.carillon.server.calls.flows.TestFlows.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.DeleteHuntGroupInput;
import org.carillon.api.model.GetHuntGroupInput;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.HuntGroupSummary;
import org.carillon.api.model.ListHuntGroupsInput;
import org.carillon.api.model.ListHuntGroupsOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.ResolveCallInput;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Hunt groups as administrators make, change and delete them. */
@ParameterizedClass
@EnumSource(Engine.class)
final class HuntGroupsTest {

  private final TestFlows flows;

  HuntGroupsTest(Engine engine, @TempDir Path folder) {
    flows = new TestFlows(engine, folder);
  }

  @AfterEach
  void close() {
    flows.close();
  }

  private void delete(HuntGroup group) {
    flows.run(Operations.DELETE_HUNT_GROUP, deletion(group));
  }

  private static DeleteHuntGroupInput deletion(HuntGroup group) {
    return new DeleteHuntGroupInput(requireNonNull(group.huntGroupId()), null);
  }

  @Test
  void huntGroupKeepsItsMembersInTheirOrder() {
    String jane = flows.user("jane");
    String john = flows.user("john");
    CallTarget voicemail = new CallTarget(CallTargetType.VOICEMAIL, jane);
    HuntGroup sales = flows.group("Sales", voicemail, john, jane);
    assertEquals(sales, flows.group(sales.huntGroupId()));
    assertEquals(List.of(john, jane), sales.memberUserIds());
    assertEquals(voicemail, sales.noAnswer());
    assertEquals(20, sales.ringSeconds());
    assertEquals(1, sales.revision());
  }

  @Test
  void updateReplacesEverythingAndCountsTheRevisions() {
    String jane = flows.user("jane");
    String john = flows.user("john");
    HuntGroup sales = flows.group("Sales", to("+12065550100"), john, jane);
    flows.server.pass(Duration.ofHours(1));
    HuntGroup changed =
        flows.update(
            update(sales)
                .name("Sellers")
                .strategy(HuntGroupStrategy.ROUND_ROBIN)
                .memberUserIds(List.of(jane))
                .ringSeconds(30)
                .noAnswer(null));
    assertEquals(2, changed.revision());
    assertEquals(List.of(jane), changed.memberUserIds());
    assertNull(changed.noAnswer());
    assertEquals(sales.createdTimestamp(), changed.createdTimestamp());
    assertEquals(changed, flows.group(sales.huntGroupId()));
  }

  @Test
  void ofTwoAdministratorsTheSlowerOneLearnsWhatTheOtherChanged() {
    String jane = flows.user("jane");
    HuntGroup sales = flows.group("Sales", null, jane);
    flows.update(update(sales).ringSeconds(60).memberUserIds(List.of()));
    String said =
        flows.refusal(
            ConflictException.class,
            Operations.UPDATE_HUNT_GROUP,
            update(sales).name("Sellers").build());
    assertTrue(said.contains("hunt group Sales was changed since revision 1"), said);
    assertTrue(said.contains("revision 2 by system:administrator at 2026-03-02T08:00:00"), said);
    assertTrue(said.contains("changed MemberUserIds, RingSeconds"), said);
    assertEquals("Sales", flows.group(sales.huntGroupId()).name());
    String early =
        flows.refusal(
            ConflictException.class,
            Operations.UPDATE_HUNT_GROUP,
            update(sales).revision(7).build());
    assertTrue(early.contains("has no revision 7 yet"), early);
  }

  @Test
  void listShowsHowManyMembersThereAreAndPagesThem() {
    String jane = flows.user("jane");
    HuntGroup sales = flows.group("Sales", null, jane);
    flows.server.pass(Duration.ofSeconds(1));
    flows.group("Support", null);
    ListHuntGroupsOutput first =
        flows.run(Operations.LIST_HUNT_GROUPS, new ListHuntGroupsInput(1, null));
    HuntGroupSummary listed = requireNonNull(first.huntGroups()).getFirst();
    assertEquals(sales.huntGroupId(), listed.huntGroupId());
    assertEquals(1, listed.memberCount());
    ListHuntGroupsOutput second =
        flows.run(Operations.LIST_HUNT_GROUPS, new ListHuntGroupsInput(1, first.nextToken()));
    assertEquals("Support", requireNonNull(second.huntGroups()).getFirst().name());
    assertNull(second.nextToken());
  }

  @Test
  void deletedHuntGroupIsGone() {
    HuntGroup sales = flows.group("Sales", null);
    delete(sales);
    GetHuntGroupInput get = new GetHuntGroupInput(requireNonNull(sales.huntGroupId()));
    flows.refusal(NotFoundException.class, Operations.GET_HUNT_GROUP, get);
    flows.refusal(NotFoundException.class, Operations.DELETE_HUNT_GROUP, deletion(sales));
    flows.refusal(
        NotFoundException.class, Operations.CREATE_HUNT_GROUP, creation("Late", to(sales)));
  }

  @Test
  void huntGroupToWhichOthersLeadIsNotDeleted() {
    HuntGroup sales = flows.group("Sales", null);
    HuntGroup front = flows.group("Front desk", to(sales));
    assertEquals(
        "1 entry of a call flow leads to hunt group Sales: hunt group Front desk (on no answer);"
            + " change the targets first",
        flows.refusal(ConflictException.class, Operations.DELETE_HUNT_GROUP, deletion(sales)));
    flows.update(update(front).noAnswer(null));
    delete(sales);
  }

  @Test
  void huntGroupThatSomebodyElseChangedIsDeletedByItsNewRevisionOnly() {
    HuntGroup sales = flows.group("Sales", null);
    flows.update(update(sales).name("Support"));
    String id = requireNonNull(sales.huntGroupId());
    String told =
        flows.refusal(
            ConflictException.class, Operations.DELETE_HUNT_GROUP, new DeleteHuntGroupInput(id, 1));
    assertTrue(
        told.startsWith("hunt group Support was changed since revision 1: revision 2"), told);
    flows.run(Operations.DELETE_HUNT_GROUP, new DeleteHuntGroupInput(id, 2));
  }

  @Test
  void membersExistAndAreNamedOnce() {
    String jane = flows.user("jane");
    assertEquals(
        "MemberUserIds lists user " + jane + " twice; list each user once",
        flows.refusal(
            BadRequestException.class,
            Operations.CREATE_HUNT_GROUP,
            creation("Sales", null, jane, jane)));
    assertEquals(
        "there is no user nobody in this organization (member 2)",
        flows.refusal(
            NotFoundException.class,
            Operations.CREATE_HUNT_GROUP,
            creation("Sales", null, jane, "nobody")));
    assertEquals(
        "NoAnswer.Value nonsense is not a phone number; write a number in E.164, such as"
            + " +12065550100",
        flows.refusal(
            BadRequestException.class,
            Operations.CREATE_HUNT_GROUP,
            creation("Sales", to("nonsense"))));
    flows.bells.stock("+12065550100", PhoneNumberProductType.BUSINESS_CALLING);
    flows.run(
        Operations.DELETE_PHONE_NUMBER,
        new org.carillon.api.model.DeletePhoneNumberInput("+12065550100"));
    assertEquals(
        "+12065550100 is in the deletion queue, so calls cannot be sent there (on no answer);"
            + " restore it first",
        flows.refusal(
            BadRequestException.class,
            Operations.CREATE_HUNT_GROUP,
            creation("Sales", to("+12065550100"))));
  }

  @Test
  void nationalAndEmergencyNumbersAreNotMadeForeignOnes() {
    assertEquals(
        "NoAnswer.Value 911 is an emergency number; write a number in E.164, such as +12065550100",
        flows.refusal(
            BadRequestException.class, Operations.CREATE_HUNT_GROUP, creation("Sales", to("911"))));
    assertEquals(
        "NoAnswer.Value 2065550172 is a national number; in the US or Canada write +12065550172",
        flows.refusal(
            BadRequestException.class,
            Operations.CREATE_HUNT_GROUP,
            creation("Sales", to("2065550172"))));
    assertEquals(
        "NoAnswer.Value +911 is too short; write a number in E.164, such as +12065550100",
        flows.refusal(
            BadRequestException.class,
            Operations.CREATE_HUNT_GROUP,
            creation("Sales", to("+911"))));
    assertEquals(
        "CalledPhoneNumber 911 is an emergency number; write a number in E.164, such as"
            + " +12065550100",
        flows.refusal(
            BadRequestException.class,
            Operations.RESOLVE_CALL,
            new ResolveCallInput("911", null, null, null)));
    assertEquals(
        "CallerPhoneNumber 2065550172 is a national number; in the US or Canada write"
            + " +12065550172",
        flows.refusal(
            BadRequestException.class,
            Operations.RESOLVE_CALL,
            new ResolveCallInput("+12065550100", "2065550172", null, null)));
    assertEquals(
        to("+12065550172"), flows.group("Sales", to("\u202A+12065550172\u00A0")).noAnswer());
  }

  @Test
  void noAnswerNeverLeadsBack() {
    HuntGroup first = flows.group("First", null);
    HuntGroup second = flows.group("Second", to(first));
    HuntGroup third = flows.group("Third", to(second));
    assertEquals(
        "an unanswered call would go round in a loop: hunt group First, then hunt group Third, then"
            + " hunt group Second, then hunt group First; change the target of one of them",
        flows.refusal(
            BadRequestException.class,
            Operations.UPDATE_HUNT_GROUP,
            update(first).noAnswer(to(third)).build()));
    flows.refusal(
        BadRequestException.class,
        Operations.UPDATE_HUNT_GROUP,
        update(first).noAnswer(to(first)).build());
    assertNull(flows.group(first.huntGroupId()).noAnswer());
  }

  @Test
  void chainLeadsThroughTenFurtherFlowsAtMost() {
    HuntGroup last = flows.group("Last", null);
    HuntGroup group = last;
    for (int i = 1; i < 10; i++) {
      group = flows.group("Group " + i, to(group));
    }
    HuntGroup end = flows.group("End", null);
    flows.update(update(last).noAnswer(to(end)));
    flows.refusal(
        BadRequestException.class, Operations.CREATE_HUNT_GROUP, creation("Deep", to(group)));
    HuntGroup further = flows.group("Further", null);
    String said =
        flows.refusal(
            BadRequestException.class,
            Operations.UPDATE_HUNT_GROUP,
            update(end).noAnswer(to(further)).build());
    assertTrue(said.startsWith("a call through hunt group End would pass through more than"), said);
  }
}
