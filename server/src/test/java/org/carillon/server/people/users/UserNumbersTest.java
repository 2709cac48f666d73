package org.carillon.server.people.users;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.DisassociatePhoneNumberFromUserInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.GetUserInput;
import org.carillon.api.model.GetUserSettingsInput;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.ListUsersInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberAssociation;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UpdateUserSettingsInput;
import org.carillon.api.model.User;
import org.carillon.api.model.UserSettings;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Giving numbers to users and taking them back, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class UserNumbersTest {

  private static final String FIRST = "+12065550100";
  private static final String SECOND = "+12065550101";
  private static final String THIRD = "+12065550102";
  private static final TelephonySettings OFF = new TelephonySettings(false, false, false);
  private static final TelephonySettings ON = new TelephonySettings(true, true, true);

  private final TestServer server;
  private final Tenant bells;
  private final String sales;
  private final String jane;
  private final String joe;

  UserNumbersTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    sales = bells.account();
    jane = bells.user(sales, "jane@example.com");
    joe = bells.user(sales, "joe@example.com");
  }

  @BeforeEach
  void stockNumbers() {
    List.of(FIRST, SECOND, THIRD)
        .forEach(e164 -> bells.stock(e164, PhoneNumberProductType.BUSINESS_CALLING));
    server.pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void give(String user, String e164) {
    bells.call(
        Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
        new AssociatePhoneNumberWithUserInput(sales, user, e164));
  }

  private void take(String user) {
    bells.call(
        Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER,
        new DisassociatePhoneNumberFromUserInput(sales, user));
  }

  private @Nullable String primary(String user) {
    return requireNonNull(bells.call(Operations.GET_USER, new GetUserInput(sales, user)).user())
        .primaryProvisionedNumber();
  }

  private PhoneNumber number(String e164) {
    return requireNonNull(
        bells.call(Operations.GET_PHONE_NUMBER, new GetPhoneNumberInput(e164)).phoneNumber());
  }

  private TelephonySettings settings(String user) {
    return requireNonNull(
            bells
                .call(Operations.GET_USER_SETTINGS, new GetUserSettingsInput(sales, user))
                .userSettings())
        .telephony();
  }

  private void put(String user, TelephonySettings settings) {
    bells.call(
        Operations.UPDATE_USER_SETTINGS,
        new UpdateUserSettingsInput(sales, user, new UserSettings(settings)));
  }

  private String refused(String user, String e164) {
    return String.valueOf(
        assertThrows(BadRequestException.class, () -> give(user, e164)).getMessage());
  }

  @Test
  void firstNumberIsPrimaryAndTheLongestHeldOneFollowsIt() {
    Instant since = server.now();
    give(jane, FIRST);
    assertEquals(FIRST, primary(jane));
    assertEquals(PhoneNumberStatus.ASSIGNED, number(FIRST).status());
    assertEquals(
        List.of(
            new PhoneNumberAssociation(sales, PhoneNumberAssociationName.ACCOUNT_ID, since),
            new PhoneNumberAssociation(jane, PhoneNumberAssociationName.USER_ID, since)),
        number(FIRST).associations());

    server.pass(Duration.ofHours(1));
    Instant thirdSince = server.now();
    give(jane, "%2B" + THIRD.substring(1));
    server.pass(Duration.ofHours(1));
    give(jane, SECOND);
    assertEquals(FIRST, primary(jane));

    server.pass(Duration.ofHours(1));
    take(jane);
    assertEquals(THIRD, primary(jane));
    assertEquals(PhoneNumberStatus.UNASSIGNED, number(FIRST).status());
    assertEquals(List.of(), number(FIRST).associations());
    assertEquals(
        thirdSince, requireNonNull(number(THIRD).associations()).getFirst().associatedTimestamp());
    take(jane);
    take(jane);
    assertNull(primary(jane));
    give(joe, FIRST);
    assertEquals(FIRST, primary(joe));
  }

  @Test
  void listsShowThePrimaryNumberAndFindNumbersByUserAndAccount() {
    give(jane, FIRST);
    give(jane, SECOND);
    give(joe, THIRD);
    assertEquals(
        List.of(FIRST, THIRD),
        requireNonNull(
                bells
                    .call(Operations.LIST_USERS, ListUsersInput.builder().accountId(sales).build())
                    .users())
            .stream()
            .map(User::primaryProvisionedNumber)
            .sorted()
            .toList());
    assertEquals(List.of(FIRST, SECOND), held(PhoneNumberAssociationName.USER_ID, jane));
    assertEquals(List.of(FIRST, SECOND, THIRD), held(PhoneNumberAssociationName.ACCOUNT_ID, sales));
    assertEquals(List.of(), held(PhoneNumberAssociationName.ACCOUNT_ID, bells.account()));
  }

  private List<@Nullable String> held(PhoneNumberAssociationName by, String value) {
    return requireNonNull(
            bells
                .call(
                    Operations.LIST_PHONE_NUMBERS,
                    ListPhoneNumbersInput.builder().filterName(by).filterValue(value).build())
                .phoneNumbers())
        .stream()
        .<@Nullable String>map(PhoneNumber::e164PhoneNumber)
        .toList();
  }

  @Test
  void firstNumberTurnsPermissionsOffAndAdditionalOnesLeaveThemAlone() {
    put(jane, ON);
    assertEquals(ON, settings(jane));
    give(jane, FIRST);
    assertEquals(OFF, settings(jane));
    put(jane, ON);
    give(jane, SECOND);
    assertEquals(ON, settings(jane));
    take(jane);
    take(jane);
    assertEquals(ON, settings(jane));
    give(jane, THIRD);
    assertEquals(OFF, settings(jane));
  }

  @Test
  void givingAgainWhatTheUserHasChangesNothing() {
    give(jane, FIRST);
    put(jane, ON);
    PhoneNumber before = number(FIRST);
    server.pass(Duration.ofDays(1));
    give(jane, FIRST);
    assertEquals(before, number(FIRST));
    assertEquals(ON, settings(jane));
    take(jane);
    assertNull(primary(jane));
  }

  @Test
  void numberOfSomebodyElseIsRefusedSayingWhoseAndSinceWhen() {
    Instant since = server.now();
    give(jane, FIRST);
    server.pass(Duration.ofDays(1));
    assertEquals(
        FIRST + " is assigned to user jane@example.com since " + since + "; unassign it first",
        refused(joe, FIRST));
    assertNull(primary(joe));
    BadRequestException deletion =
        assertThrows(
            BadRequestException.class,
            () -> bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(FIRST)));
    assertEquals(ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST, deletion.code());
  }

  @Test
  void numberOfAnAddressThatGrowsWhenItsLettersAreSmallIsAssigned() {
    String address = "\u0130".repeat(300) + "@example.com";
    String long1 = bells.user(sales, address);
    give(long1, FIRST);
    assertEquals(FIRST, primary(long1));
  }

  @Test
  void numberInTheDeletionQueueIsRefused() {
    bells.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(FIRST));
    assertTrue(refused(jane, FIRST).contains("deletion queue"), refused(jane, FIRST));
  }

  @Test
  void numberOfAnotherProductIsRefused() {
    String trunk = "+12065550103";
    bells.stock(trunk, PhoneNumberProductType.VOICE_CONNECTOR);
    assertEquals(
        trunk
            + " is a VoiceConnector number, and users can hold only BusinessCalling numbers; change"
            + " its product type first",
        refused(jane, trunk));
  }

  @Test
  void suspendedUserIsRefusedButCanGiveBack() {
    give(jane, FIRST);
    server.sql("update account_user set registration_status = 'Suspended' where user_id = ?", jane);
    assertTrue(refused(jane, SECOND).contains("suspended"), refused(jane, SECOND));
    assertEquals(PhoneNumberStatus.UNASSIGNED, number(SECOND).status());
    take(jane);
  }

  @Test
  void userWithoutANumberHasNothingToGiveBack() {
    assertEquals(
        "user jane@example.com has no phone number to disassociate",
        assertThrows(BadRequestException.class, () -> take(jane)).getMessage());
  }

  @Test
  void whatIsAnotherOrganizationsOrAccountsIsAnsweredAsAbsent() {
    Tenant stranger = server.organization();
    String theirs = "+12065550104";
    stranger.stock(theirs, PhoneNumberProductType.BUSINESS_CALLING);
    String account = stranger.account();
    String jack = stranger.user(account, "jack@example.com");
    String jill = bells.user(bells.account(), "jill@example.com");
    for (String user : List.of(jack, jill, "nobody")) {
      String words = "there is no user " + user + " in account " + sales;
      assertEquals(
          words, assertThrows(NotFoundException.class, () -> give(user, FIRST)).getMessage());
      assertEquals(words, assertThrows(NotFoundException.class, () -> take(user)).getMessage());
    }
    for (String e164 : List.of(theirs, "+12065550109")) {
      assertEquals(
          "there is no phone number " + e164 + " in this organization",
          assertThrows(NotFoundException.class, () -> give(jane, e164)).getMessage());
    }
  }
}
