package org.carillon.server.people.usernumbers;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.people.usernumbers.Desk.A;
import static org.carillon.server.people.usernumbers.Desk.B;
import static org.carillon.server.people.usernumbers.Desk.C;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UserPhoneNumber;
import org.carillon.api.model.UserPhoneNumberRole;
import org.carillon.api.model.UserTelephony;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Listing, swapping and taking the numbers of a user, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class SwapTest {

  private final Desk desk;

  SwapTest(Engine engine, @TempDir Path folder) {
    desk = new Desk(engine, folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void numbersAreListedLongestHeldFirstWithRoleAndSinceWhen() {
    desk.give(desk.jane, B);
    Instant first = desk.server.now();
    desk.give(desk.jane, A);
    Instant second = desk.server.now();
    List<UserPhoneNumber> numbers = desk.numbers(desk.jane);
    assertEquals(
        List.of(
            new UserPhoneNumber(
                "%2B12065550101", B, UserPhoneNumberRole.PRIMARY, first, first, true, null, null),
            new UserPhoneNumber(
                "%2B12065550100",
                A, UserPhoneNumberRole.ADDITIONAL, second, second, false, null, null)),
        numbers);
    UserTelephony user = desk.telephony(desk.jane);
    assertEquals(B, user.primaryProvisionedNumber());
    assertEquals(new TelephonySettings(false, false, false), user.telephony());
    assertEquals(List.of(), desk.numbers(desk.joe));
    assertNull(desk.telephony(desk.joe).callerId());
  }

  @Test
  void listIsReadInPages() {
    desk.give(desk.jane, C);
    desk.give(desk.jane, A);
    desk.give(desk.jane, B);
    var first = desk.page(desk.jane, 2, null);
    assertEquals(
        List.of(C, A),
        requireNonNull(first.phoneNumbers()).stream()
            .map(UserPhoneNumber::e164PhoneNumber)
            .toList());
    desk.swap(desk.jane, B);
    var second = desk.page(desk.jane, 2, requireNonNull(first.nextToken()));
    assertEquals(
        List.of(B),
        requireNonNull(second.phoneNumbers()).stream()
            .map(UserPhoneNumber::e164PhoneNumber)
            .toList());
    assertNull(second.nextToken());
    assertThrows(
        org.carillon.api.model.BadRequestException.class,
        () -> desk.page(desk.joe, 2, first.nextToken()));
  }

  @Test
  void additionalNumberExchangesItsRoleWithThePrimaryOne() {
    desk.give(desk.jane, A);
    Instant firstSince = desk.server.now();
    desk.give(desk.jane, B);
    Instant secondSince = desk.server.now();
    UserTelephony swapped = desk.swap(desk.jane, B);
    Instant at = desk.server.now();

    assertEquals(B, swapped.primaryProvisionedNumber());
    List<UserPhoneNumber> numbers = desk.numbers(desk.jane);
    assertEquals(List.of(A + " Additional", B + " Primary"), desk.roles(desk.jane));
    assertEquals(
        List.of(firstSince, secondSince),
        numbers.stream().map(UserPhoneNumber::assignedTimestamp).toList());
    assertEquals(
        List.of(at, at), numbers.stream().map(UserPhoneNumber::roleAssignedTimestamp).toList());
    assertEquals(PhoneNumberStatus.ASSIGNED, desk.status(A));
    assertEquals(PhoneNumberStatus.ASSIGNED, desk.status(B));

    desk.swap(desk.jane, A);
    assertEquals(List.of(A + " Primary", B + " Additional"), desk.roles(desk.jane));
    desk.unassignPrimary(desk.jane);
    assertEquals(List.of(B + " Primary"), desk.roles(desk.jane));
  }

  @Test
  void numberOfTheInventoryTakesThePlaceOfThePrimaryOne() {
    desk.give(desk.jane, A);
    desk.give(desk.jane, B);
    desk.put(desk.jane, true);
    UserTelephony swapped = desk.swap(desk.jane, C);
    assertEquals(C, swapped.primaryProvisionedNumber());
    assertEquals(new TelephonySettings(true, true, true), swapped.telephony());
    assertEquals(List.of(B + " Additional", C + " Primary"), desk.roles(desk.jane));
    assertEquals(PhoneNumberStatus.UNASSIGNED, desk.status(A));
    desk.give(desk.joe, A);
    assertEquals(List.of(A + " Primary"), desk.roles(desk.joe));
  }

  @Test
  void swapWithThePrimaryNumberItselfChangesNothing() {
    desk.give(desk.jane, A);
    UserPhoneNumber before = desk.numbers(desk.jane).getFirst();
    desk.signIn(desk.jane, null);
    assertFalse(desk.swap(desk.jane, A).signInRequired());
    assertEquals(List.of(before), desk.numbers(desk.jane));
  }

  @Test
  void swapSaysWhoHoldsTheNumberAndWhatElseStandsInItsWay() {
    assertTrue(desk.refused(() -> desk.swap(desk.jane, B)).contains("has no phone number to swap"));
    desk.give(desk.jane, A);
    desk.give(desk.joe, B);
    Instant since = desk.server.now();
    assertEquals(
        B + " is assigned to user joe@example.com since " + since + "; unassign it first",
        desk.conflict(() -> desk.swap(desk.jane, B)));
    desk.bells.stock("+12065550109", PhoneNumberProductType.VOICE_CONNECTOR);
    assertTrue(
        desk.refused(() -> desk.swap(desk.jane, "+12065550109"))
            .contains("is a VoiceConnector number"));
    assertThrows(NotFoundException.class, () -> desk.swap(desk.jane, "+12065550999"));
    Tenant others = desk.server.organization();
    others.stock("+12065550998", PhoneNumberProductType.BUSINESS_CALLING);
    assertThrows(NotFoundException.class, () -> desk.swap(desk.jane, "+12065550998"));
    desk.bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput("%2B12065550102"));
    assertTrue(
        desk.refused(() -> desk.swap(desk.jane, C))
            .contains("has been in the deletion queue since"));
    assertEquals(List.of(A + " Primary"), desk.roles(desk.jane));
    assertEquals(PhoneNumberStatus.ASSIGNED, desk.status(A));
  }

  @Test
  void heirIsTheFirstOfTheListAmongNumbersHeldEquallyLong() {
    List.of(A, C, B).forEach(e164 -> desk.give(desk.jane, e164));
    desk.server.sql("update assignment set held_since = (select min(held_since) from assignment)");
    assertEquals(
        List.of(A + " Primary", B + " Additional", C + " Additional"), desk.roles(desk.jane));
    desk.unassignPrimary(desk.jane);
    assertEquals(List.of(B + " Primary", C + " Additional"), desk.roles(desk.jane));
  }

  @Test
  void suspendedUserIsGivenNoNumberButMayExchangeRoles() {
    desk.give(desk.jane, A);
    desk.give(desk.jane, B);
    desk.server.sql(
        "update account_user set registration_status = 'Suspended' where user_id = ?", desk.jane);
    assertTrue(desk.refused(() -> desk.swap(desk.jane, C)).contains("is suspended"));
    assertEquals(PhoneNumberStatus.UNASSIGNED, desk.status(C));
    assertEquals(B, desk.swap(desk.jane, B).primaryProvisionedNumber());
  }

  @Test
  void additionalNumberGoesBackToTheInventoryAndThePrimaryOneDoesNot() {
    desk.give(desk.jane, A);
    Instant since = desk.server.now();
    desk.give(desk.jane, B);
    desk.give(desk.joe, C);
    assertEquals(
        A
            + " is the primary number of user jane@example.com since "
            + since
            + "; unassign it with DisassociatePhoneNumberFromUser, or swap it first",
        desk.refused(() -> desk.unassignAdditional(desk.jane, A)));
    assertTrue(
        desk.refused(() -> desk.unassignAdditional(desk.jane, C))
            .contains("but assigned to user joe@example.com since"));
    assertTrue(desk.unassignAdditional(desk.jane, B).signInRequired());
    assertEquals(PhoneNumberStatus.UNASSIGNED, desk.status(B));
    assertEquals(List.of(A + " Primary"), desk.roles(desk.jane));
    assertTrue(
        desk.refused(() -> desk.unassignAdditional(desk.jane, B))
            .startsWith(B + " is not a number of user jane@example.com; "));
    assertThrows(NotFoundException.class, () -> desk.unassignAdditional(desk.jane, "+12065550999"));
  }

  @Test
  void userHoldsAHundredNumbersAtMost() {
    for (int each = 0; each < 100; each++) {
      String e164 = "+1206555%04d".formatted(2000 + each);
      desk.bells.stock(e164, PhoneNumberProductType.BUSINESS_CALLING);
      desk.give(desk.jane, e164);
    }
    assertEquals(
        "user jane@example.com would have 101 numbers, and the limit is 100; disassociate one"
            + " first",
        desk.refused(() -> desk.give(desk.jane, A)));
    desk.swap(desk.jane, A);
    assertEquals(100, desk.numbers(desk.jane).size());
  }

  /** A leaver's numbers go back one by one, and nothing of the leaver is left on them. */
  @Test
  void leaverLeavesNothingBehind() {
    desk.give(desk.jane, A);
    desk.give(desk.jane, B);
    desk.give(desk.jane, C);
    desk.put(desk.jane, true);
    desk.unassignAdditional(desk.jane, B);
    desk.unassignAdditional(desk.jane, C);
    desk.unassignPrimary(desk.jane);
    assertEquals(List.of(), desk.numbers(desk.jane));
    assertNull(desk.telephony(desk.jane).primaryProvisionedNumber());
    List.of(A, B, C).forEach(e164 -> assertEquals(PhoneNumberStatus.UNASSIGNED, desk.status(e164)));
    desk.give(desk.jane, B);
    assertEquals(new TelephonySettings(false, false, false), desk.telephony(desk.jane).telephony());
  }
}
