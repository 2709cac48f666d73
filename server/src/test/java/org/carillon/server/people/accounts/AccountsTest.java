package org.carillon.server.people.accounts;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.carillon.api.model.Account;
import org.carillon.api.model.AccountSettings;
import org.carillon.api.model.AccountStatus;
import org.carillon.api.model.AccountType;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.GetAccountInput;
import org.carillon.api.model.GetAccountSettingsInput;
import org.carillon.api.model.License;
import org.carillon.api.model.ListAccountsInput;
import org.carillon.api.model.ListAccountsOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.UpdateAccountInput;
import org.carillon.api.model.UpdateAccountSettingsInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The operations on accounts, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class AccountsTest {

  private final TestServer server;
  private final Tenant bells;

  AccountsTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Account create(String name) {
    return requireNonNull(
        bells.call(Operations.CREATE_ACCOUNT, new CreateAccountInput(name)).account());
  }

  private Account get(String id) {
    return requireNonNull(bells.call(Operations.GET_ACCOUNT, new GetAccountInput(id)).account());
  }

  private ListAccountsOutput list(ListAccountsInput input) {
    return bells.call(Operations.LIST_ACCOUNTS, input);
  }

  private List<String> names(@Nullable String prefix, @Nullable String email) {
    return accounts(list(ListAccountsInput.builder().name(prefix).userEmail(email).build()))
        .stream()
        .map(Account::name)
        .toList();
  }

  private static List<Account> accounts(ListAccountsOutput page) {
    return requireNonNull(page.accounts());
  }

  @Test
  void newAccountIsAnActiveTeamThatGivesPro() {
    server.pass(Duration.ofSeconds(1));
    Account made = create("Sales");
    assertEquals("Sales", made.name());
    assertEquals(bells.id(), made.awsAccountId());
    assertEquals(AccountType.TEAM, made.accountType());
    assertEquals(AccountStatus.ACTIVE, made.accountStatus());
    assertEquals(License.PRO, made.defaultLicense());
    assertEquals(List.of(License.BASIC, License.PRO), made.supportedLicenses());
    assertEquals(List.of(), made.signinDelegateGroups());
    assertEquals(server.now(), made.createdTimestamp());
    assertEquals(made, get(made.accountId()));
  }

  @Test
  void updateKeepsWhatItLeavesOut() {
    String id = create("Sales").accountId();
    UpdateAccountInput.Builder of = UpdateAccountInput.builder().accountId(id);
    bells.call(Operations.UPDATE_ACCOUNT, of.name("Selling").build());
    assertEquals(License.PRO, get(id).defaultLicense());
    Account after =
        requireNonNull(
            bells
                .call(
                    Operations.UPDATE_ACCOUNT, of.name(null).defaultLicense(License.BASIC).build())
                .account());
    assertEquals("Selling", after.name());
    assertEquals(License.BASIC, after.defaultLicense());
    assertEquals(after, get(id));
  }

  @Test
  void licenseThatTheAccountDoesNotSupportIsRefused() {
    String id = create("Sales").accountId();
    String message =
        String.valueOf(
            assertThrows(
                    BadRequestException.class,
                    () ->
                        bells.call(
                            Operations.UPDATE_ACCOUNT,
                            UpdateAccountInput.builder()
                                .accountId(id)
                                .defaultLicense(License.PLUS)
                                .build()))
                .getMessage());
    assertTrue(message.contains("Plus") && message.contains("Basic and Pro"), message);
  }

  @Test
  void settingsKeepWhatARequestLeavesOut() {
    String id = create("Sales").accountId();
    assertEquals(new AccountSettings(false, false), settings(id));
    put(id, new AccountSettings(true, null));
    put(id, new AccountSettings(null, true));
    assertEquals(new AccountSettings(true, true), settings(id));
    put(id, new AccountSettings(false, null));
    assertEquals(new AccountSettings(false, true), settings(id));
  }

  private AccountSettings settings(String id) {
    return requireNonNull(
        bells
            .call(Operations.GET_ACCOUNT_SETTINGS, new GetAccountSettingsInput(id))
            .accountSettings());
  }

  private void put(String id, AccountSettings settings) {
    bells.call(Operations.UPDATE_ACCOUNT_SETTINGS, new UpdateAccountSettingsInput(id, settings));
  }

  @Test
  void listIsInOrderOfCreationAndStableWhileAccountsCome() {
    for (String name : List.of("E", "A", "D", "B", "C")) {
      create(name);
      server.pass(Duration.ofSeconds(1));
    }
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      ListAccountsOutput page =
          list(ListAccountsInput.builder().maxResults(2).nextToken(token).build());
      accounts(page).forEach(account -> seen.add(account.name()));
      token = page.nextToken();
      if (seen.size() == 2) {
        create("F");
      }
    } while (token != null);
    assertEquals(List.of("E", "A", "D", "B", "C", "F"), seen);
  }

  @Test
  void accountsMadeAtOneInstantAreAllListed() {
    Stream.of("A", "B", "C").forEach(this::create);
    ListAccountsOutput first = list(ListAccountsInput.builder().maxResults(2).build());
    ListAccountsOutput second =
        list(ListAccountsInput.builder().maxResults(2).nextToken(first.nextToken()).build());
    assertEquals(
        List.of("A", "B", "C"),
        Stream.concat(accounts(first).stream(), accounts(second).stream())
            .map(Account::name)
            .sorted()
            .toList());
    assertNull(second.nextToken());
  }

  @Test
  void nameKeepsAccountsThatBeginWithIt() {
    for (String name : List.of("100% Bells", "100 Bells", "bells", "Bells", "\uD83D\uDD14ring")) {
      create(name);
      server.pass(Duration.ofSeconds(1));
    }
    assertEquals(List.of("100% Bells"), names("100%", null));
    assertEquals(List.of("100% Bells", "100 Bells"), names("100", null));
    assertEquals(List.of("Bells"), names("Be", null));
    assertEquals(List.of("\uD83D\uDD14ring"), names("\uD83D\uDD14r", null));
    assertEquals(List.of(), names("ells", null));
  }

  @Test
  void emailKeepsTheAccountOfItsUser() {
    String sales = create("Sales").accountId();
    server.pass(Duration.ofSeconds(1));
    String support = create("Support").accountId();
    create("Empty");
    bells.user(sales, "Jane@example.com");
    bells.user(support, "joe@example.com");
    assertEquals(List.of("Sales"), names(null, "jane@EXAMPLE.com"));
    assertEquals(List.of("Support"), names(null, "joe@example.com"));
    assertEquals(List.of(), names("Sal", "joe@example.com"));
    assertEquals(List.of("Support"), names("Sup", "joe@example.com"));
    assertEquals(List.of(), names(null, "nobody@example.com"));
  }

  @Test
  void tokenOfAnotherQueryIsRefused() {
    create("Sales");
    create("Sales");
    String token = list(ListAccountsInput.builder().maxResults(1).build()).nextToken();
    assertThrows(
        BadRequestException.class,
        () -> list(ListAccountsInput.builder().name("S").nextToken(token).build()));
  }

  @Test
  void anotherOrganizationsAccountIsAnsweredAsAnAbsentOne() {
    Tenant stranger = server.organization();
    String theirs = stranger.account();
    String absent = UUID.randomUUID().toString();
    for (String id : List.of(theirs, absent)) {
      for (Executable attempt :
          List.<Executable>of(
              () -> get(id),
              () -> settings(id),
              () -> put(id, new AccountSettings(true, true)),
              () ->
                  bells.call(
                      Operations.UPDATE_ACCOUNT,
                      UpdateAccountInput.builder().accountId(id).name("Mine").build()))) {
        assertEquals(
            "there is no account " + id + " in this organization",
            assertThrows(NotFoundException.class, attempt).getMessage());
      }
    }
    stranger.user(theirs, "jane@example.com");
    assertEquals(List.of(), names(null, null));
    assertEquals(List.of(), names(null, "jane@example.com"));
    assertEquals(
        "Account",
        requireNonNull(stranger.call(Operations.GET_ACCOUNT, new GetAccountInput(theirs)).account())
            .name());
  }
}
