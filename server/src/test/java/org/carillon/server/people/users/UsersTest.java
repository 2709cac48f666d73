package org.carillon.server.people.users;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.api.model.AlexaForBusinessMetadata;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateUserInput;
import org.carillon.api.model.GetUserInput;
import org.carillon.api.model.GetUserSettingsInput;
import org.carillon.api.model.License;
import org.carillon.api.model.ListUsersInput;
import org.carillon.api.model.ListUsersOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RegistrationStatus;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UpdateAccountInput;
import org.carillon.api.model.UpdateUserInput;
import org.carillon.api.model.UpdateUserSettingsInput;
import org.carillon.api.model.User;
import org.carillon.api.model.UserSettings;
import org.carillon.api.model.UserType;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The operations on users and their settings, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class UsersTest {

  private final TestServer server;
  private final Tenant bells;
  private final String sales;

  UsersTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    sales = bells.account();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private CreateUserInput.Builder inSales() {
    return CreateUserInput.builder().accountId(sales);
  }

  private User create(CreateUserInput input) {
    return requireNonNull(bells.call(Operations.CREATE_USER, input).user());
  }

  private User get(String id) {
    return requireNonNull(bells.call(Operations.GET_USER, new GetUserInput(sales, id)).user());
  }

  private ListUsersOutput list(ListUsersInput input) {
    return bells.call(Operations.LIST_USERS, input);
  }

  private List<User> users(ListUsersInput input) {
    return requireNonNull(list(input).users());
  }

  private UpdateUserInput.Builder change(String id) {
    return UpdateUserInput.builder().accountId(sales).userId(id);
  }

  @Test
  void newUserIsRegisteredAndHasTheDefaults() {
    server.pass(Duration.ofSeconds(1));
    User jane = create(inSales().email("Jane@example.com").build());
    assertEquals("Jane@example.com", jane.primaryEmail());
    assertEquals("Jane", jane.displayName());
    assertEquals(sales, jane.accountId());
    assertEquals(License.PRO, jane.licenseType());
    assertEquals(UserType.PRIVATE_USER, jane.userType());
    assertEquals(RegistrationStatus.REGISTERED, jane.userRegistrationStatus());
    assertEquals(server.now(), jane.registeredOn());
    assertNull(jane.userInvitationStatus());
    assertNull(jane.primaryProvisionedNumber());
    assertEquals(new AlexaForBusinessMetadata(false, null), jane.alexaForBusinessMetadata());
    assertTrue(String.valueOf(jane.personalPIN()).matches("[0-9]{10}"), jane.personalPIN());
    assertEquals(jane, get(jane.userId()));
  }

  @Test
  void sharedDeviceNeedsNoAddressAndTakesTheAccountsLicense() {
    bells.call(
        Operations.UPDATE_ACCOUNT,
        UpdateAccountInput.builder().accountId(sales).defaultLicense(License.BASIC).build());
    User room = create(inSales().username("Room 12").userType(UserType.SHARED_DEVICE).build());
    assertEquals("Room 12", room.displayName());
    assertNull(room.primaryEmail());
    assertEquals(UserType.SHARED_DEVICE, room.userType());
    assertEquals(License.BASIC, room.licenseType());
    create(inSales().username("Room 12").build());
  }

  @Test
  void userWhomNobodyCouldKnowIsRefused() {
    for (CreateUserInput input :
        List.of(inSales().build(), inSales().username(" ").email("a@b.c").build())) {
      String message =
          String.valueOf(assertThrows(BadRequestException.class, () -> create(input)).getMessage());
      assertTrue(message.contains("Username"), message);
    }
  }

  @Test
  void addressIsUniqueInItsAccountWhateverTheLetterCase() {
    User jane = create(inSales().email("jane@example.com").build());
    String message =
        String.valueOf(
            assertThrows(
                    ConflictException.class,
                    () -> create(inSales().email("JANE@Example.com").build()))
                .getMessage());
    assertTrue(message.contains(jane.userId()), message);
    assertEquals(1, users(ListUsersInput.builder().accountId(sales).build()).size());
  }

  @Test
  void ofManyWhoCreateOneAddressAtOnceOneSucceeds() {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger conflicts = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        Future<?> _ =
            threads.submit(() -> {
              try {
                create(inSales().email("jane@example.com").build());
                made.incrementAndGet();
              } catch (ConflictException taken) {
                conflicts.incrementAndGet();
              }
            });
      }
    }
    assertEquals(1, made.get());
    assertEquals(15, conflicts.get());
  }

  @Test
  void updateChangesLicenseTypeAndMetadataAndKeepsTheRest() {
    String id = create(inSales().email("room@example.com").build()).userId();
    bells.call(Operations.UPDATE_USER, change(id).licenseType(License.BASIC).build());
    bells.call(Operations.UPDATE_USER, change(id).userType(UserType.SHARED_DEVICE).build());
    bells.call(
        Operations.UPDATE_USER,
        change(id)
            .alexaForBusinessMetadata(new AlexaForBusinessMetadata(null, "arn:room".repeat(200)))
            .build());
    User after =
        requireNonNull(
            bells
                .call(
                    Operations.UPDATE_USER,
                    change(id)
                        .alexaForBusinessMetadata(new AlexaForBusinessMetadata(true, null))
                        .build())
                .user());
    assertEquals(License.BASIC, after.licenseType());
    assertEquals(UserType.SHARED_DEVICE, after.userType());
    assertEquals(
        new AlexaForBusinessMetadata(true, "arn:room".repeat(200)),
        after.alexaForBusinessMetadata());
    assertEquals(after, get(id));
    assertThrows(
        BadRequestException.class,
        () -> bells.call(Operations.UPDATE_USER, change(id).licenseType(License.PLUS).build()));
  }

  @Test
  void settingsAreOffUntilSet() {
    String id = create(inSales().email("jane@example.com").build()).userId();
    assertEquals(new TelephonySettings(false, false, false), settings(id));
    put(id, new TelephonySettings(true, false, true));
    assertEquals(new TelephonySettings(true, false, true), settings(id));
  }

  private TelephonySettings settings(String id) {
    return requireNonNull(
            bells
                .call(Operations.GET_USER_SETTINGS, new GetUserSettingsInput(sales, id))
                .userSettings())
        .telephony();
  }

  private void put(String id, TelephonySettings settings) {
    bells.call(
        Operations.UPDATE_USER_SETTINGS,
        new UpdateUserSettingsInput(sales, id, new UserSettings(settings)));
  }

  @Test
  void listsPageInOrderOfCreationWithoutPins() {
    for (String name : List.of("c", "a", "b")) {
      bells.user(sales, name + "@example.com");
      server.pass(Duration.ofSeconds(1));
    }
    create(inSales().username("Room").userType(UserType.SHARED_DEVICE).build());
    ListUsersInput.Builder of = ListUsersInput.builder().accountId(sales).maxResults(2);
    ListUsersOutput first = list(of.build());
    ListUsersOutput second = list(of.nextToken(first.nextToken()).build());
    assertEquals(
        List.of("c", "a"), requireNonNull(first.users()).stream().map(User::displayName).toList());
    assertEquals(
        List.of("b", "Room"),
        requireNonNull(second.users()).stream().map(User::displayName).toList());
    assertNull(second.nextToken());
    assertNull(requireNonNull(first.users()).getFirst().personalPIN());

    ListUsersInput.Builder all = ListUsersInput.builder().accountId(sales);
    assertEquals(
        List.of("Room"),
        users(all.userType(UserType.SHARED_DEVICE).build()).stream()
            .map(User::displayName)
            .toList());
    assertEquals(List.of(), users(all.userEmail("a@example.com").build()));
    assertEquals(
        "a", users(all.userEmail("A@example.com").userType(null).build()).getFirst().displayName());
  }

  @Test
  void usersOfOtherAccountsAndOrganizationsAreAnsweredAsAbsentOnes() {
    Tenant stranger = server.organization();
    String theirAccount = stranger.account();
    String theirs = stranger.user(theirAccount, "joe@example.com");
    GetUserInput getTheirs = new GetUserInput(theirAccount, theirs);
    User before = requireNonNull(stranger.call(Operations.GET_USER, getTheirs).user());
    String elsewhere = bells.user(bells.account(), "jill@example.com");
    for (String id : List.of(theirs, elsewhere, "nobody")) {
      for (Executable attempt :
          List.<Executable>of(
              () -> get(id),
              () -> settings(id),
              () -> put(id, new TelephonySettings(true, true, true)),
              () ->
                  bells.call(
                      Operations.UPDATE_USER,
                      change(id).userType(UserType.SHARED_DEVICE).build()))) {
        assertEquals(
            "there is no user " + id + " in account " + sales,
            assertThrows(NotFoundException.class, attempt).getMessage());
      }
    }
    for (Executable attempt :
        List.<Executable>of(
            () -> list(ListUsersInput.builder().accountId(theirAccount).build()),
            () -> bells.user(theirAccount, "jane@example.com"))) {
      assertEquals(
          "there is no account " + theirAccount + " in this organization",
          assertThrows(NotFoundException.class, attempt).getMessage());
    }
    assertEquals(List.of(), users(ListUsersInput.builder().accountId(sales).build()));
    assertEquals(before, stranger.call(Operations.GET_USER, getTheirs).user());
  }
}
