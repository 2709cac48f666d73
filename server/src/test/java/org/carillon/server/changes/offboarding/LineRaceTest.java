package org.carillon.server.changes.offboarding;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.DeleteLineInput;
import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.LineSummary;
import org.carillon.api.model.ListLinesInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RemoveVoiceServicesInput;
import org.carillon.api.model.UpdateLineInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Crowd;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many administrators make, change and dissolve lines of the same few numbers, give these to users
 * and remove users' voice services: the ledger stays one that could have happened.
 */
@ParameterizedClass
@EnumSource(Engine.class)
final class LineRaceTest {

  private static final int THREADS = 8;
  private static final int MOVES = 40;
  private static final List<String> NUMBERS =
      List.of("+12065550100", "+12065550101", "+12065550102");

  private final Engine engine;
  @TempDir private Path folder;

  LineRaceTest(Engine engine) {
    this.engine = engine;
  }

  /** The time in which a holder had a number in a role; open ones end at the end of time. */
  private record Span(long number, String holder, String role, Instant from, Instant to) {

    boolean overlaps(Span other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }

    boolean isLineMember() {
      return role.equals("ASSIGNEE") || role.equals("OUTBOUND");
    }
  }

  @Test
  void editsRemovalsAndAssociationsLeaveALedgerThatCouldHaveHappened() throws Exception {
    try (TestServer server = new TestServer(engine, folder)) {
      Tenant bells = server.organization();
      bells.order(NUMBERS.toArray(String[]::new));
      server.sweep();
      String account = bells.account();
      List<String> users =
          IntStream.range(0, 4)
              .mapToObj(i -> bells.user(account, "user" + i + "@example.com"))
              .toList();
      Map<String, AtomicInteger> done = move(bells, account, users);
      done.forEach((what, times) -> assertTrue(times.get() > 3, what + " worked " + times));
      List<Span> ledger = ledger(server);
      verifyOneHolderAtATime(ledger);
      verifySeats(ledger);
    }
  }

  @Test
  void ofTwoWhoEditTheSameRevisionOneWins() throws Exception {
    try (TestServer server = new TestServer(engine, folder);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      Tenant bells = server.organization();
      bells.order(NUMBERS.getFirst());
      server.sweep();
      String user = bells.user(bells.account(), "jane@example.com");
      create(bells, NUMBERS.getFirst(), List.of(user), List.of());
      String line = lines(bells).getFirst();
      for (int revision = 1; revision <= 5; revision++) {
        int seen = revision;
        List<Future<Boolean>> edits = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          String name = "Name " + i;
          edits.add(threads.submit(() -> wins(bells, line, seen, name, user)));
        }
        int won = 0;
        for (Future<Boolean> edit : edits) {
          won += edit.get() ? 1 : 0;
        }
        assertEquals(1, won);
      }
    }
  }

  private static boolean wins(Tenant bells, String line, int seen, String name, String user) {
    try {
      bells.call(
          Operations.UPDATE_LINE,
          UpdateLineInput.builder()
              .lineId(line)
              .revision(seen)
              .name(name)
              .assignedUserIds(List.of(user))
              .build());
      return true;
    } catch (ConflictException lost) {
      return false;
    }
  }

  private static Map<String, AtomicInteger> move(Tenant bells, String account, List<String> users)
      throws Exception {
    Map<String, AtomicInteger> done =
        Map.of(
            "create", new AtomicInteger(),
            "update", new AtomicInteger(),
            "delete", new AtomicInteger(),
            "remove", new AtomicInteger());
    Crowd.run(THREADS, MOVES, random -> step(bells, account, users, random, done));
    return done;
  }

  private static void step(
      Tenant bells,
      String account,
      List<String> users,
      Random random,
      Map<String, AtomicInteger> done) {
    String user = users.get(random.nextInt(users.size()));
    String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
    int assigned = 1 + random.nextInt(3);
    List<String> seated = users.subList(0, assigned);
    List<String> outbound = users.subList(assigned, assigned + random.nextInt(2));
    List<String> lines = lines(bells);
    try {
      switch (random.nextInt(8)) {
        case 0 -> bells.assign(account, user, number);
        case 1 -> {
          bells.call(
              Operations.REMOVE_VOICE_SERVICES,
              new RemoveVoiceServicesInput(account, user, List.of()));
          count(done, "remove");
        }
        case 2, 3 -> {
          create(bells, number, seated, outbound);
          count(done, "create");
        }
        case 4 -> {
          if (!lines.isEmpty()) {
            bells.call(Operations.DELETE_LINE, new DeleteLineInput(lines.getFirst(), null));
            count(done, "delete");
          }
        }
        default -> {
          if (!lines.isEmpty()) {
            update(bells, lines.getLast(), seated, outbound);
            count(done, "update");
          }
        }
      }
    } catch (BadRequestException | ConflictException | NotFoundException _) {
      // Another thread was faster; this test ignores refusals.
    }
  }

  private static void count(Map<String, AtomicInteger> done, String what) {
    requireNonNull(done.get(what)).incrementAndGet();
  }

  private static void create(
      Tenant bells, String number, List<String> assigned, List<String> outbound) {
    bells.call(
        Operations.CREATE_LINE,
        CreateLineInput.builder()
            .e164PhoneNumber(number)
            .name("Line")
            .assignedUserIds(assigned)
            .outboundOnlyUserIds(outbound)
            .build());
  }

  private static void update(
      Tenant bells, String line, List<String> assigned, List<String> outbound) {
    int revision =
        requireNonNull(
            requireNonNull(bells.call(Operations.GET_LINE, new GetLineInput(line)).line())
                .revision());
    bells.call(
        Operations.UPDATE_LINE,
        UpdateLineInput.builder()
            .lineId(line)
            .revision(revision)
            .name("Line")
            .assignedUserIds(assigned)
            .outboundOnlyUserIds(outbound)
            .build());
  }

  private static List<String> lines(Tenant bells) {
    return requireNonNull(
            bells.call(Operations.LIST_LINES, ListLinesInput.builder().build()).lines())
        .stream()
        .map(LineSummary::lineId)
        .map(id -> requireNonNull(id))
        .toList();
  }

  private static List<Span> ledger(TestServer server) {
    return server
        .database()
        .read(transaction ->
            transaction
                .sql()
                .selectFrom(ASSIGNMENT)
                .orderBy(ASSIGNMENT.FROM_AT)
                .fetch(row ->
                    new Span(
                        row.getNumberId(),
                        row.getHolderId(),
                        row.getRole(),
                        row.getFromAt(),
                        row.getToAt() == null ? Instant.MAX : row.getToAt())));
  }

  private static void verifyOneHolderAtATime(List<Span> ledger) {
    Map<Long, Span> last = new HashMap<>();
    for (Span each : ledger) {
      if (!each.isLineMember()) {
        Span before = last.put(each.number(), each);
        assertFalse(before != null && before.overlaps(each), before + " and " + each);
      }
    }
  }

  /** Nobody has two places in a line at once, nor one outside the time of the line. */
  private static void verifySeats(List<Span> ledger) {
    List<Span> seats = ledger.stream().filter(Span::isLineMember).toList();
    Map<String, Span> last = new HashMap<>();
    for (Span seat : seats) {
      Span before = last.put(seat.number() + " " + seat.holder(), seat);
      assertFalse(before != null && before.overlaps(seat), before + " and " + seat);
      assertTrue(
          ledger.stream()
              .anyMatch(line ->
                  line.role().equals("LINE")
                      && line.number() == seat.number()
                      && !line.from().isAfter(seat.from())
                      && !line.to().isBefore(seat.to())),
          seat + " has no line");
    }
    for (Span line : ledger) {
      if (line.role().equals("LINE")) {
        assertTrue(
            seats.stream()
                .anyMatch(seat ->
                    seat.role().equals("ASSIGNEE")
                        && seat.number() == line.number()
                        && seat.to().equals(line.to())),
            line + " ended with nobody assigned");
      }
    }
  }
}
