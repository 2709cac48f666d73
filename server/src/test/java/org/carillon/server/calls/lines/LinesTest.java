package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.lines.TestLines.NUMBER;
import static org.carillon.server.calls.lines.TestLines.creation;
import static org.carillon.server.calls.lines.TestLines.ids;
import static org.carillon.server.calls.lines.TestLines.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.DeleteHuntGroupInput;
import org.carillon.api.model.DeleteLineInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.Line;
import org.carillon.api.model.LineRecordVisibility;
import org.carillon.api.model.LineSummary;
import org.carillon.api.model.ListLinesInput;
import org.carillon.api.model.ListLinesOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines as administrators make, change and dissolve them. */
@ParameterizedClass
@EnumSource(Engine.class)
final class LinesTest {

  private final TestLines lines;
  private final String jane;
  private final String joe;
  private final String ann;

  LinesTest(Engine engine, @TempDir Path folder) {
    lines = new TestLines(engine, folder);
    jane = lines.user("jane");
    joe = lines.user(lines.support, "joe");
    ann = lines.user("ann");
  }

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void lineIsSharedByUsersOfSeveralAccounts() {
    CallTarget sales = lines.group("Sales", ann, null);
    Line line =
        lines.create(
            creation(jane, joe)
                .outboundOnlyUserIds(List.of(ann))
                .defaultInboxUserId(joe)
                .callFlow(sales)
                .ringSeconds(30)
                .recordVisibility(LineRecordVisibility.FROM_ASSIGNMENT_ON)
                .build());
    assertEquals(line, lines.line(line.lineId()));
    assertEquals(List.of(jane, joe), ids(line.assignedUsers()));
    assertEquals(lines.support, requireNonNull(line.assignedUsers()).get(1).accountId());
    assertEquals(List.of(ann), ids(line.outboundOnlyUsers()));
    assertEquals(joe, line.defaultInboxUserId());
    assertEquals(sales, line.callFlow());
    assertEquals(30, line.ringSeconds());
    assertEquals(LineRecordVisibility.FROM_ASSIGNMENT_ON, line.recordVisibility());
    assertEquals(1, line.revision());
    assertEquals(PhoneNumberStatus.ASSIGNED, lines.number().status());
  }

  @Test
  void whatIsLeftOutIsFilledInAndGoneAfterAnUpdate() {
    CallTarget sales = lines.group("Sales", ann, null);
    Line line =
        lines.create(
            creation(jane)
                .outboundOnlyUserIds(List.of(ann))
                .defaultInboxUserId(jane)
                .callFlow(sales)
                .build());
    assertEquals(20, line.ringSeconds());
    assertEquals(LineRecordVisibility.ALL, line.recordVisibility());
    lines.server.pass(Duration.ofHours(1));
    Line changed =
        lines.update(
            update(line)
                .name("Reception")
                .outboundOnlyUserIds(null)
                .defaultInboxUserId(null)
                .callFlow(null)
                .build());
    assertEquals("Reception", changed.name());
    assertEquals(List.of(), changed.outboundOnlyUsers());
    assertNull(changed.defaultInboxUserId());
    assertNull(changed.callFlow());
    assertEquals(line.assignedUsers(), changed.assignedUsers());
    assertEquals(2, changed.revision());
    assertNotEquals(line.updatedTimestamp(), changed.updatedTimestamp());
    assertTrue(
        lines
            .refusal(
                BadRequestException.class,
                Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
                lines.association(jane))
            .startsWith(
                NUMBER + " is assigned to line Reception (" + changed.lineId() + ") since"));
  }

  @Test
  void nobodyIsBothAssignedAndOutboundOnly() {
    String told =
        lines.refusal(
            BadRequestException.class,
            Operations.CREATE_LINE,
            creation(jane, joe).outboundOnlyUserIds(List.of(ann, joe)).build());
    assertTrue(
        told.startsWith("AssignedUserIds and OutboundOnlyUserIds both list user " + joe), told);
    String twice =
        lines.refusal(
            BadRequestException.class, Operations.CREATE_LINE, creation(jane, jane).build());
    assertTrue(twice.startsWith("AssignedUserIds lists user " + jane + " twice"), twice);
    assertEquals(PhoneNumberStatus.UNASSIGNED, lines.number().status());
  }

  @Test
  void defaultInboxIsTheLinesOwnOrAnAssignedUsers() {
    String told =
        lines.refusal(
            BadRequestException.class,
            Operations.CREATE_LINE,
            creation(jane).outboundOnlyUserIds(List.of(ann)).defaultInboxUserId(ann).build());
    assertTrue(told.startsWith("DefaultInboxUserId " + ann + " is not assigned"), told);
  }

  @Test
  void onlyUsersOfTheOrganizationWhoAreNotSuspendedGetAPlace() {
    Tenant other = lines.server.organization();
    String stranger = other.user(other.account(), "x@example.com");
    String absent =
        lines.refusal(
            NotFoundException.class, Operations.CREATE_LINE, creation(jane, stranger).build());
    assertEquals(
        "there is no user " + stranger + " in this organization (AssignedUserIds)", absent);
    lines.server.sql(
        "update account_user set registration_status = 'Suspended' where user_id = ?", joe);
    String told =
        lines.refusal(
            BadRequestException.class, Operations.CREATE_LINE, creation(jane, joe).build());
    assertTrue(told.startsWith("user " + joe + " is suspended"), told);
    Line line = lines.desk(jane);
    lines.server.sql(
        "update account_user set registration_status = 'Suspended' where user_id = ?", jane);
    assertEquals("Desk", lines.update(update(line).name("Desk").build()).name());
    lines.server.sql("update account_user set removed_at = 1 where user_id = ?", ann);
    assertEquals(
        "there is no user " + ann + " in this organization (AssignedUserIds)",
        lines.refusal(
            NotFoundException.class,
            Operations.UPDATE_LINE,
            update(line).revision(2).assignedUserIds(List.of(jane, ann)).build()));
  }

  @Test
  void onlyAnUnassignedNumberForUsersBecomesALine() {
    lines.run(Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER, lines.association(jane));
    String held =
        lines.refusal(ConflictException.class, Operations.CREATE_LINE, creation(jane).build());
    assertTrue(held.startsWith(NUMBER + " is assigned to user jane@example.com since"), held);
    lines.bells.stock("+12065550101", PhoneNumberProductType.VOICE_CONNECTOR);
    String product =
        lines.refusal(
            BadRequestException.class,
            Operations.CREATE_LINE,
            creation(jane).e164PhoneNumber("+12065550101").build());
    assertTrue(product.startsWith("+12065550101 is a VoiceConnector number"), product);
    lines.refusal(
        NotFoundException.class,
        Operations.CREATE_LINE,
        creation(jane).e164PhoneNumber("+12065550102").build());
  }

  @Test
  void numberOfALineIsRefusedToOthersNamingTheLine() {
    String id = lines.desk(jane).lineId();
    String since = NUMBER + " is assigned to line Front desk (" + id + ") since";
    for (String told :
        List.of(
            lines.refusal(
                BadRequestException.class,
                Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
                lines.association(jane)),
            lines.refusal(
                BadRequestException.class,
                Operations.DELETE_PHONE_NUMBER,
                new DeletePhoneNumberInput(NUMBER)),
            lines.refusal(
                BadRequestException.class,
                Operations.UPDATE_PHONE_NUMBER,
                UpdatePhoneNumberInput.builder()
                    .phoneNumberId(NUMBER)
                    .productType(PhoneNumberProductType.VOICE_CONNECTOR)
                    .build()),
            lines.refusal(
                ConflictException.class, Operations.CREATE_LINE, creation(joe).build()))) {
      assertTrue(told.startsWith(since), told);
      assertTrue(told.endsWith("; delete that line first"), told);
    }
  }

  @Test
  void dissolvedLineLeavesItsNumberUnassigned() {
    CallTarget sales = lines.group("Sales", ann, null);
    Line line =
        lines.create(creation(jane, joe).outboundOnlyUserIds(List.of(ann)).callFlow(sales).build());
    lines.dissolve(line);
    assertEquals(PhoneNumberStatus.UNASSIGNED, lines.number().status());
    assertEquals(List.of(), lines.number().associations());
    lines.refusal(
        NotFoundException.class,
        Operations.GET_LINE,
        new GetLineInput(requireNonNull(line.lineId())));
    assertEquals(List.of(), page(null).lines());
    lines.run(Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER, lines.association(jane));
  }

  @Test
  void lineIsDissolvedOnceNoFlowLeadsToItsNumber() {
    Line line = lines.desk(jane);
    CallTarget sales = lines.group("Sales", ann, NUMBER);
    assertEquals(
        "1 entry of a call flow leads to line Front desk (%s): hunt group Sales (on no answer);"
                .formatted(NUMBER)
            + " change the targets first",
        lines.refusal(
            ConflictException.class,
            Operations.DELETE_LINE,
            new DeleteLineInput(requireNonNull(line.lineId()), null)));
    assertEquals(PhoneNumberStatus.ASSIGNED, lines.number().status());
    lines.run(Operations.DELETE_HUNT_GROUP, new DeleteHuntGroupInput(sales.value(), null));
    lines.dissolve(line);
    assertEquals(PhoneNumberStatus.UNASSIGNED, lines.number().status());
  }

  @Test
  void secondOfTwoAdministratorsIsToldWhatTheFirstChanged() {
    Line seen = lines.desk(jane, joe);
    lines.update(
        update(seen).name("Reception").assignedUserIds(List.of(jane, ann)).ringSeconds(40).build());
    String told =
        lines.refusal(
            ConflictException.class,
            Operations.UPDATE_LINE,
            update(seen).recordVisibility(LineRecordVisibility.FROM_ASSIGNMENT_ON).build());
    assertTrue(
        told.startsWith(
            ("line Reception (%s) was changed since revision 1: revision 2 by"
                    + " system:administrator at 2026-03-02")
                .formatted(NUMBER)),
        told);
    assertTrue(
        told.contains(
            " changed Name, AssignedUserIds (added %s, removed %s), RingSeconds; read it again"
                .formatted(ann, joe)),
        told);
    assertEquals(LineRecordVisibility.ALL, lines.line(seen.lineId()).recordVisibility());
    String future =
        lines.refusal(
            ConflictException.class, Operations.UPDATE_LINE, update(seen).revision(7).build());
    assertTrue(future.contains("has no revision 7 yet"), future);
  }

  @Test
  void hundredChangesAreRememberedAndFiveTold() {
    Line line = lines.desk(jane);
    for (int i = 1; i <= 103; i++) {
      lines.update(update(line).revision(i).name("Desk " + i).build());
    }
    assertEquals(100, lines.server.count("select count(*) from entity_change"));
    String told =
        lines.refusal(ConflictException.class, Operations.UPDATE_LINE, update(line).build());
    assertTrue(told.contains("revision 104 by ") && told.contains("; and earlier ones"), told);
  }

  @Test
  void changesOfManyUsersAreToldAsNumbers() {
    List<String> before = IntStream.range(0, 6).mapToObj(i -> lines.user("a" + i)).toList();
    List<String> after = IntStream.range(0, 6).mapToObj(i -> lines.user("b" + i)).toList();
    Line seen =
        lines.create(
            creation()
                .assignedUserIds(before.subList(0, 3))
                .outboundOnlyUserIds(before.subList(3, 6))
                .build());
    lines.update(
        update(seen)
            .assignedUserIds(after.subList(0, 3))
            .outboundOnlyUserIds(after.subList(3, 6))
            .build());
    String told =
        lines.refusal(ConflictException.class, Operations.UPDATE_LINE, update(seen).build());
    assertTrue(
        told.contains(
            "AssignedUserIds (added 3 users, removed 3 users),"
                + " OutboundOnlyUserIds (added 3 users, removed 3 users)"),
        told);
  }

  @Test
  void callFlowIsAHuntGroupOrAnAutoAttendantAndNeverGoesRound() {
    String told =
        lines.refusal(
            BadRequestException.class,
            Operations.CREATE_LINE,
            creation(jane).callFlow(new CallTarget(CallTargetType.USER, joe)).build());
    assertTrue(
        told.startsWith("CallFlow has the Type User; give a HuntGroup or an AutoAttendant"), told);
    CallTarget none = new CallTarget(CallTargetType.HUNT_GROUP, "x".repeat(256));
    lines.refusal(
        NotFoundException.class, Operations.CREATE_LINE, creation(jane).callFlow(none).build());
    CallTarget back = lines.group("Back", jane, NUMBER);
    String round =
        lines.refusal(
            BadRequestException.class,
            Operations.CREATE_LINE,
            creation(jane).callFlow(back).build());
    assertTrue(round.contains("would go round in a loop"), round);
    assertTrue(round.contains("line Front desk, then hunt group Back"), round);
    assertEquals(PhoneNumberStatus.UNASSIGNED, lines.number().status());
  }

  @Test
  void pagesFollowEachOtherInOrderOfCreationWithCounts() {
    for (int i = 1; i <= 5; i++) {
      lines.number("+1206555020" + i);
      lines.server.pass(Duration.ofSeconds(1));
      lines.create(
          creation(jane, joe)
              .e164PhoneNumber("+1206555020" + i)
              .name("Line " + i)
              .outboundOnlyUserIds(i == 3 ? List.of(ann) : null)
              .build());
    }
    ListLinesOutput first = page(null);
    ListLinesOutput second = page(first.nextToken());
    ListLinesOutput third = page(second.nextToken());
    assertEquals(List.of("Line 1", "Line 2"), names(first));
    assertEquals(List.of("Line 3", "Line 4"), names(second));
    assertEquals(List.of("Line 5"), names(third));
    assertNull(third.nextToken());
    LineSummary three = requireNonNull(second.lines()).getFirst();
    assertEquals(2, three.assignedUserCount());
    assertEquals(1, three.outboundOnlyUserCount());
    assertEquals("+12065550203", three.e164PhoneNumber());
  }

  private ListLinesOutput page(@Nullable String token) {
    return lines.run(Operations.LIST_LINES, new ListLinesInput(null, 2, token));
  }

  private static List<String> names(ListLinesOutput page) {
    return requireNonNull(page.lines()).stream().map(line -> requireNonNull(line.name())).toList();
  }
}
