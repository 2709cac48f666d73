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
import org.carillon.api.model.ListAccountsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.User;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.TestService;
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

  private final TestService service;
  private final String bells;
  private final String sales;
  private final String support;

  AddressTest(Engine engine, @TempDir Path folder) {
    service = new TestService(engine, folder);
    bells = service.organization();
    sales = service.account(bells);
    service.pass(Duration.ofSeconds(1));
    support = service.account(bells);
  }

  @AfterEach
  void close() {
    service.close();
  }

  private List<String> accountsOf(String email) {
    return requireNonNull(
            service
                .run(
                    bells,
                    Operations.LIST_ACCOUNTS,
                    ListAccountsInput.builder().userEmail(email).build())
                .accounts())
        .stream()
        .map(Account::accountId)
        .toList();
  }

  @Test
  void addressBelongsToOneUserOfAnOrganization() {
    User jane = service.user(bells, support, JANE);
    assertEquals(
        "Email JANE@example.com belongs to user %s of account %s since %s; choose another, since an"
                .formatted(jane.userId(), support, jane.registeredOn())
            + " address belongs to one user of an organization",
        assertThrows(ConflictException.class, () -> service.user(bells, sales, "JANE@example.com"))
            .getMessage());
    assertEquals(List.of(support), accountsOf(JANE));
    String other = service.organization();
    service.user(other, service.account(other), JANE);
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
                service.user(bells, account, JANE);
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
    User first = service.user(bells, support, JANE);
    service.pass(Duration.ofSeconds(1));
    User second = service.user(bells, sales, "other@example.com");
    // Migration 26 left such rows.
    service.sql(
        "update account_user set email_key = ?, email_shared = 1 where user_id = ?",
        JANE,
        second.userId());
    assertEquals(List.of(support), accountsOf(JANE));
    String refusal =
        String.valueOf(
            assertThrows(ConflictException.class, () -> service.user(bells, sales, JANE))
                .getMessage());
    assertTrue(refusal.contains(first.userId()), refusal);
  }
}
