package org.carillon.server.people.usernumbers;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.DisassociateAdditionalPhoneNumberFromUserInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.SwapPrimaryPhoneNumberInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Crowd;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many administrators swap, assign and unassign the same few numbers of two users: the holder of a
 * number has a primary one at that very instant, and no number has two holders.
 */
@ParameterizedClass
@EnumSource(Engine.class)
final class SwapRaceTest {

  private static final int THREADS = 8;
  private static final int MOVES = 60;
  private static final List<String> NUMBERS =
      List.of("+12065550100", "+12065550101", "+12065550102", "+12065550103", "+12065550104");

  private final Engine engine;
  @TempDir private Path folder;

  SwapRaceTest(Engine engine) {
    this.engine = engine;
  }

  /** From when to when a holder had a number; open ones end at the end of time. */
  private record Span(String number, String holder, boolean primary, Instant from, Instant to) {}

  @Test
  void swapsSerializeWithSwapsAndDisassociations() throws Exception {
    try (TestServer server = new TestServer(engine, folder)) {
      Tenant acme = server.organization();
      acme.order(NUMBERS.toArray(String[]::new));
      server.sweep();
      String account = acme.account();
      List<String> users =
          List.of(acme.user(account, "jane@example.com"), acme.user(account, "joe@example.com"));
      AtomicInteger swaps = new AtomicInteger();
      move(acme, account, users, swaps);
      assertTrue(swaps.get() > 20, "only " + swaps + " swaps succeeded");
      List<Span> ledger =
          server.ledger().stream()
              .map(SwapRaceTest::span)
              .sorted(Comparator.comparing(Span::from))
              .toList();
      verifyOneHolderAtATime(ledger);
      for (String user : users) {
        verifyOnePrimaryWithoutAGap(ledger.stream().filter(s -> s.holder().equals(user)).toList());
      }
      for (String number : NUMBERS) {
        boolean held =
            ledger.stream().anyMatch(s -> s.number().equals(number) && s.to().equals(Instant.MAX));
        assertEquals(
            held ? PhoneNumberStatus.ASSIGNED : PhoneNumberStatus.UNASSIGNED, acme.status(number));
      }
    }
  }

  private static void move(Tenant acme, String account, List<String> users, AtomicInteger swaps)
      throws Exception {
    Crowd.run(
        THREADS,
        MOVES,
        random -> {
          String user = users.get(random.nextInt(users.size()));
          String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
          try {
            switch (random.nextInt(6)) {
              case 0, 1 -> acme.assign(account, user, number);
              case 2 -> acme.unassign(account, user);
              case 3 ->
                  acme.call(
                      Operations.DISASSOCIATE_ADDITIONAL_PHONE_NUMBER_FROM_USER,
                      new DisassociateAdditionalPhoneNumberFromUserInput(account, user, number));
              default -> {
                acme.call(
                    Operations.SWAP_PRIMARY_PHONE_NUMBER,
                    new SwapPrimaryPhoneNumberInput(account, user, number));
                swaps.incrementAndGet();
              }
            }
          } catch (BadRequestException | ConflictException heldByAnotherOrNone) {
            assertNotNull(heldByAnotherOrNone.getMessage());
          }
        });
  }

  private static Span span(Record row) {
    Instant to = row.get(ASSIGNMENT.TO_AT);
    return new Span(
        row.get(PHONE_NUMBER.E164),
        row.get(ASSIGNMENT.HOLDER_ID),
        row.get(ASSIGNMENT.ROLE).equals("PRIMARY"),
        row.get(ASSIGNMENT.FROM_AT),
        to == null ? Instant.MAX : to);
  }

  private static void verifyOneHolderAtATime(List<Span> ledger) {
    Map<String, Instant> free = new HashMap<>();
    for (Span span : ledger) {
      assertFalse(
          span.from().isBefore(free.getOrDefault(span.number(), Instant.MIN)), "overlap: " + span);
      free.put(span.number(), span.to());
    }
  }

  private static void verifyOnePrimaryWithoutAGap(List<Span> ofUser) {
    List<Span> primaries = new ArrayList<>();
    for (Span span : ofUser.stream().filter(Span::primary).toList()) {
      Span last = primaries.isEmpty() ? null : primaries.getLast();
      if (last != null && last.to().equals(span.from())) {
        primaries.removeLast();
        primaries.add(new Span("", span.holder(), true, last.from(), span.to()));
      } else {
        assertTrue(last == null || last.to().isBefore(span.from()), "two primaries: " + span);
        primaries.add(span);
      }
    }
    for (Span span : ofUser) {
      assertTrue(
          primaries.stream()
              .anyMatch(p -> !p.from().isAfter(span.from()) && !p.to().isBefore(span.to())),
          "no primary all through " + span);
    }
  }
}
