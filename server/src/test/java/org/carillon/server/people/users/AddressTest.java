package org.carillon.server.people.users;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.api.model.Account;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.GetUserInput;
import org.carillon.api.model.ListAccountsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.User;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An e-mail address says to which account of an organization its user belongs. */
@ParameterizedClass
@EnumSource(Engine.class)
final class AddressTest {

  private static final String JANE = "jane@example.com";

  private final TestServer server;
  private final Tenant bells;
  private final String sales;
  private final String support;

  AddressTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    sales = bells.account();
    server.pass(Duration.ofSeconds(1));
    support = bells.account();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private List<String> accountsOf(String email) {
    return requireNonNull(
            bells
                .call(
                    Operations.LIST_ACCOUNTS, ListAccountsInput.builder().userEmail(email).build())
                .accounts())
        .stream()
        .map(Account::accountId)
        .toList();
  }

  @Test
  void addressBelongsToOneUserOfAnOrganization() {
    String id = bells.user(support, JANE);
    User jane =
        requireNonNull(bells.call(Operations.GET_USER, new GetUserInput(support, id)).user());
    assertEquals(
        "Email JANE@example.com belongs to user %s of account %s since %s; choose another, since an"
                .formatted(jane.userId(), support, jane.registeredOn())
            + " address belongs to one user of an organization",
        assertThrows(ConflictException.class, () -> bells.user(sales, "JANE@example.com"))
            .getMessage());
    assertEquals(List.of(support), accountsOf(JANE));
    Tenant other = server.organization();
    other.user(other.account(), JANE);
    assertEquals(List.of(support), accountsOf(JANE));
  }

  @Test
  void ofTwoAccountsThatTakeOneAddressAtOnceOneGetsIt() {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger conflicts = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        String account = i % 2 == 0 ? sales : support;
        Future<?> _ =
            threads.submit(() -> {
              try {
                bells.user(account, JANE);
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
  void addressesThatSeveralHaveFromBeforeAreKeptAndTheOldestIsFound() {
    String first = bells.user(support, JANE);
    server.pass(Duration.ofSeconds(1));
    String second = bells.user(sales, "other@example.com");
    // Migration 26 left such rows.
    server.sql(
        "update account_user set email_key = ?, email_shared = 1 where user_id = ?", JANE, second);
    assertEquals(List.of(support), accountsOf(JANE));
    String refusal =
        String.valueOf(
            assertThrows(ConflictException.class, () -> bells.user(sales, JANE)).getMessage());
    assertTrue(refusal.contains(first), refusal);
  }
}
