package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.lines.TestLines.NUMBER;
import static org.carillon.server.calls.lines.TestLines.creation;
import static org.carillon.server.calls.lines.TestLines.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.api.model.GetUserTelephonyInput;
import org.carillon.api.model.Line;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.ListPhoneNumbersOutput;
import org.carillon.api.model.ListUserPhoneNumbersInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberAssociation;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.UpdateUserCallerIdInput;
import org.carillon.api.model.UserPhoneNumber;
import org.carillon.api.model.UserPhoneNumberRole;
import org.carillon.api.model.UserTelephony;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a line over time: whose number it is on the wire and in the ledger. */
@ParameterizedClass
@EnumSource(Engine.class)
final class LineStoriesTest {

  private final TestLines lines;
  private final String jane;
  private final String joe;
  private final String ann;

  LineStoriesTest(Engine engine, @TempDir Path folder) {
    lines = new TestLines(engine, folder);
    jane = lines.user("jane");
    joe = lines.user(lines.support, "joe");
    ann = lines.user("ann");
  }

  @AfterEach
  void close() {
    lines.close();
  }

  /** Since when each user is on the wire as one who has the number. */
  private Map<String, Instant> associated() {
    return requireNonNull(lines.number().associations()).stream()
        .filter(each -> each.name() == PhoneNumberAssociationName.USER_ID)
        .collect(
            Collectors.toMap(
                each -> requireNonNull(each.value()),
                each -> requireNonNull(each.associatedTimestamp())));
  }

  private List<String> held(PhoneNumberAssociationName name, String value) {
    return requireNonNull(list(name, value, 100).phoneNumbers()).stream()
        .map(PhoneNumber::e164PhoneNumber)
        .map(number -> requireNonNull(number))
        .toList();
  }

  private ListPhoneNumbersOutput list(PhoneNumberAssociationName name, String value, int limit) {
    return lines.run(
        Operations.LIST_PHONE_NUMBERS,
        ListPhoneNumbersInput.builder()
            .filterName(name)
            .filterValue(value)
            .maxResults(limit)
            .build());
  }

  @Test
  void everyAssignedUserIsOnTheWireAndOutboundOnlyOnesAreNot() {
    lines.create(creation(jane, joe).outboundOnlyUserIds(List.of(ann)).build());
    List<PhoneNumberAssociation> all = requireNonNull(lines.number().associations());
    assertEquals(
        List.of(
            "AccountId " + lines.sales,
            "UserId " + jane,
            "AccountId " + lines.support,
            "UserId " + joe),
        all.stream()
            .map(each -> requireNonNull(each.name()).value() + " " + each.value())
            .toList());
    assertEquals(List.of(NUMBER), held(PhoneNumberAssociationName.USER_ID, jane));
    assertEquals(List.of(NUMBER), held(PhoneNumberAssociationName.USER_ID, joe));
    assertEquals(List.of(), held(PhoneNumberAssociationName.USER_ID, ann));
    assertEquals(List.of(NUMBER), held(PhoneNumberAssociationName.ACCOUNT_ID, lines.support));
  }

  @Test
  void accountWhoseUsersAreOutboundOnlyDoesNotHaveTheNumber() {
    lines.create(creation(joe).outboundOnlyUserIds(List.of(ann, jane)).build());
    assertEquals(List.of(), held(PhoneNumberAssociationName.ACCOUNT_ID, lines.sales));
  }

  @Test
  void lineWithSeveralUsersOfAnAccountIsListedOnceAndEndsNoPageEarly() {
    lines.number("+12065550101");
    lines.create(creation(jane, ann).build());
    lines.create(creation(jane, ann).e164PhoneNumber("+12065550101").build());
    ListPhoneNumbersOutput page = list(PhoneNumberAssociationName.ACCOUNT_ID, lines.sales, 1);
    assertEquals(1, requireNonNull(page.phoneNumbers()).size());
    assertEquals(4, requireNonNull(page.phoneNumbers().getFirst().associations()).size());
    assertEquals(
        List.of(NUMBER, "+12065550101"), held(PhoneNumberAssociationName.ACCOUNT_ID, lines.sales));
    assertTrue(page.nextToken() != null);
  }

  @Test
  void handOverTouchesOnlyThoseWhosePlacesChange() {
    Line line = lines.create(creation(jane, joe).outboundOnlyUserIds(List.of(ann)).build());
    Instant begun = requireNonNull(associated().get(jane));
    lines.server.pass(Duration.ofDays(30));
    Line after =
        lines.update(
            update(line).assignedUserIds(List.of(ann, joe)).outboundOnlyUserIds(null).build());
    Instant now = requireNonNull(after.updatedTimestamp());
    assertEquals(Map.of(joe, begun, ann, now), associated());
    assertEquals(List.of(), held(PhoneNumberAssociationName.USER_ID, jane));
    assertEquals(
        1,
        lines.server.count(
            "select count(*) from assignment where role = 'ASSIGNEE' and to_at is not null"));
    assertEquals(
        0,
        lines.server.count(
            "select count(*) from assignment a join assignment b on a.holder_id = b.holder_id and"
                + " a.number_id = b.number_id and a.assignment_id < b.assignment_id"
                + " and a.to_at <> b.from_at"),
        "who changes from outbound-only to assigned does so at one instant");
    assertEquals(
        1,
        lines.server.count(
            "select count(distinct coalesce(to_at, 0)) from assignment where to_at is not null"));
    assertEquals(1, lines.server.count("select count(*) from assignment where role = 'LINE'"));
    lines.server.pass(Duration.ofDays(1));
    lines.dissolve(after);
    assertEquals(0, lines.server.count("select count(*) from assignment where to_at is null"));
    assertEquals(
        0,
        lines.server.count(
            "select count(*) from assignment s where role <> 'LINE' and not exists (select 1 from"
                + " assignment w where w.role = 'LINE' and w.number_id = s.number_id and w.from_at"
                + " <= s.from_at and w.to_at >= s.to_at)"),
        "nobody has a place outside the time of the line");
  }

  @Test
  void whoShowsTheNumberGoesOnShowingItWhenAssignedAndNotWhenTakenOff() {
    Line line = lines.create(creation(jane).outboundOnlyUserIds(List.of(ann)).build());
    lines.run(
        Operations.UPDATE_USER_CALLER_ID, new UpdateUserCallerIdInput(lines.sales, ann, NUMBER));
    assertEquals(NUMBER, shown(ann));
    lines.server.pass(Duration.ofDays(1));
    Line promoted =
        lines.update(
            update(line).assignedUserIds(List.of(jane, ann)).outboundOnlyUserIds(null).build());
    assertEquals(NUMBER, shown(ann));
    assertEquals(promoted.updatedTimestamp(), telephony(ann).signInRequiredTimestamp());
    lines.server.pass(Duration.ofDays(1));
    lines.update(update(promoted).assignedUserIds(List.of(jane)).build());
    assertEquals("", shown(ann));
  }

  @Test
  void placeOfWhoIsAssignedBeginsAnewAndTheNumberIsShownOn() {
    Line line = lines.create(creation(jane).outboundOnlyUserIds(List.of(ann)).build());
    lines.run(
        Operations.UPDATE_USER_CALLER_ID, new UpdateUserCallerIdInput(lines.sales, ann, NUMBER));
    lines.server.pass(Duration.ofDays(1));
    Line edited =
        lines.update(
            update(line).assignedUserIds(List.of(jane, ann)).outboundOnlyUserIds(null).build());
    UserPhoneNumber place =
        requireNonNull(
                lines
                    .run(
                        Operations.LIST_USER_PHONE_NUMBERS,
                        new ListUserPhoneNumbersInput(lines.sales, ann, 100, null))
                    .phoneNumbers())
            .getFirst();
    assertEquals(UserPhoneNumberRole.ASSIGNED, place.role());
    assertEquals(edited.updatedTimestamp(), place.assignedTimestamp());
    assertEquals(edited.updatedTimestamp(), place.roleAssignedTimestamp());
    assertEquals(true, place.shown());
  }

  private String shown(String userId) {
    var callerId = telephony(userId).callerId();
    return callerId == null ? "" : callerId.shownPhoneNumber();
  }

  private UserTelephony telephony(String userId) {
    return requireNonNull(
        lines
            .run(Operations.GET_USER_TELEPHONY, new GetUserTelephonyInput(lines.sales, userId))
            .userTelephony());
  }
}
