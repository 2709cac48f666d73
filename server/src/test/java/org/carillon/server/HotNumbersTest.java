package org.carillon.server;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Crowd;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many hands on few numbers: never two holders at one instant, and ledger and inventory agree. */
@ParameterizedClass
@EnumSource(Engine.class)
final class HotNumbersTest {

  private static final int THREADS = 64;
  private static final int NUMBERS = 100;
  private static final int USERS = 20;
  private static final int MOVES_A_THREAD = 40;

  private final Engine engine;
  @TempDir private Path folder;

  HotNumbersTest(Engine engine) {
    this.engine = engine;
  }

  @Test
  void numbersHaveOneHolderAtAnyInstant() throws Exception {
    try (TestServer server = new TestServer(engine, folder)) {
      Tenant acme = server.organization();
      List<String> numbers = new ArrayList<>();
      for (int i = 0; i < NUMBERS; i++) {
        numbers.add("+1206555%04d".formatted(i));
      }
      acme.order(numbers.toArray(String[]::new));
      server.sweep();
      String account = acme.account();
      List<String> users = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        users.add(acme.user(account, "user" + i + "@example.com"));
      }
      AtomicInteger done = new AtomicInteger();
      move(acme, account, users, numbers, done);
      assertTrue(done.get() > THREADS * MOVES_A_THREAD / 10, "only " + done + " moves succeeded");
      verifyLedger(server, acme);
    }
  }

  private static void move(
      Tenant acme, String account, List<String> users, List<String> numbers, AtomicInteger done)
      throws Exception {
    Crowd.run(
        THREADS,
        MOVES_A_THREAD,
        random -> {
          String user = users.get(random.nextInt(users.size()));
          try {
            if (random.nextBoolean()) {
              acme.assign(account, user, numbers.get(random.nextInt(numbers.size())));
            } else {
              acme.unassign(account, user);
            }
            done.incrementAndGet();
          } catch (BadRequestException heldByAnotherOrNone) {
            assertFalse(heldByAnotherOrNone.getMessage().isEmpty());
          }
        });
  }

  private static void verifyLedger(TestServer server, Tenant acme) {
    List<? extends Record> ledger = server.ledger();
    Map<String, Instant> free = new HashMap<>();
    Map<String, String> holders = new HashMap<>();
    Map<String, Integer> primaries = new HashMap<>();
    for (Record row : ledger) {
      String number = row.get(PHONE_NUMBER.E164);
      Instant from = row.get(ASSIGNMENT.FROM_AT);
      assertFalse(holders.containsKey(number), number + " was given away while somebody had it");
      assertFalse(
          from.isBefore(free.getOrDefault(number, Instant.EPOCH)), number + " overlaps itself");
      Instant to = row.get(ASSIGNMENT.TO_AT);
      if (to == null) {
        holders.put(number, row.get(ASSIGNMENT.HOLDER_ID));
        if (row.get(ASSIGNMENT.ROLE).equals("PRIMARY")) {
          primaries.merge(row.get(ASSIGNMENT.HOLDER_ID), 1, Integer::sum);
        }
      } else {
        free.put(number, to);
      }
    }
    assertTrue(primaries.values().stream().allMatch(count -> count == 1));
    assertEquals(primaries.keySet(), new HashSet<>(holders.values()));
    for (int i = 0; i < NUMBERS; i++) {
      String number = "+1206555%04d".formatted(i);
      boolean held = holders.containsKey(number);
      assertEquals(
          held ? PhoneNumberStatus.ASSIGNED : PhoneNumberStatus.UNASSIGNED, acme.status(number));
      assertEquals(held ? 2 : 0, acme.number(number).associations().size());
      if (held) {
        assertEquals(holders.get(number), acme.number(number).associations().get(1).value());
      }
    }
  }
}
