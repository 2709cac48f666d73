package org.carillon.platform.operations;

import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.ForbiddenException;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.carillon.platform.db.WritelessDatabase;
import org.carillon.platform.identity.Organizations;
import org.carillon.platform.identity.Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Refusals by the thousand leave a few rows and are all counted. */
@ParameterizedClass
@EnumSource(Engine.class)
final class RefusalLogTest {

  private static final String OUTCOME = "ForbiddenException";
  private static final String OPERATION = "CreateAccount";

  /** The pause between two writes where a test writes by itself. */
  private static final Duration NEVER = Duration.ofDays(1);

  private final Engine engine;
  private final TestClock clock = new TestClock();
  private final Ids ids = new Ids(clock);
  private final AtomicLong nanos = new AtomicLong();

  @TempDir private Path folder;
  private Database database;
  private Principal jane;
  private @Nullable RefusalLog log;

  RefusalLogTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    database = TestDatabases.open(engine, folder, clock);
    jane =
        new Principal(
            new Organizations(database, ids).create("Bells").organizationId(),
            "p",
            "jane",
            List.of());
  }

  @AfterEach
  void stop() {
    if (log != null) {
      log.close();
    }
    database.close();
  }

  @Test
  void thousandRefusedWritesLeaveTheFirstFewRowsAndOneThatCountsTheRest() throws Exception {
    try (OperationRunner runner =
            new OperationRunner(database, ids, new SimpleMeterRegistry(), List.of());
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> refused = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        refused.add(
            threads.submit(() -> assertThrows(ForbiddenException.class, () -> run(runner))));
      }
      for (Future<?> each : refused) {
        each.get();
      }
    }
    List<Integer> times = times();
    assertEquals(RefusalLog.FEW + 1, times.size());
    assertEquals(1_000, times.stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void nextMinuteBeginsWithRowsOfTheirOwnAgain() {
    log = log(() -> database, NEVER);
    assertEquals(RefusalLog.FEW, refuse(20));
    log.write();
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertEquals(0, refuse(20));
    log.write();
    assertEquals(List.of(35), times());
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertEquals(RefusalLog.FEW, refuse(20));
    log.write();
    assertEquals(List.of(35, 15), times());
  }

  @Test
  void otherPrincipalsOperationsAndOutcomesAreCountedApart() {
    log = log(() -> database, NEVER);
    refuse(6);
    Principal joe = new Principal(jane.organizationId(), "q", "joe", List.of());
    for (int i = 0; i < 6; i++) {
      log.admits(joe, OPERATION, OUTCOME, request(i));
      log.admits(jane, "DeleteAccount", OUTCOME, request(i));
      log.admits(jane, OPERATION, "BadRequestException", request(i));
    }
    log.write();
    assertEquals(List.of(1, 1, 1, 1), times());
  }

  @Test
  void refusalsThatCannotBeWrittenAreKeptUntilTheyCan() {
    AtomicReference<Database> now = new AtomicReference<>(WritelessDatabase.away(database));
    log = log(now::get, NEVER);
    refuse(20);
    log.write();
    assertEquals(List.of(), times());
    now.set(database);
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    refuse(1);
    log.write();
    assertEquals(List.of(16), times());
  }

  @Test
  void whatIsRefusedDuringTheWritingIsWrittenTheNextTime() {
    AtomicInteger transactions = new AtomicInteger();
    log =
        log(
            () -> {
              if (transactions.incrementAndGet() < 10) {
                refuse(1);
              }
              return database;
            },
            NEVER);
    refuse(20);
    log.write();
    assertEquals(1, transactions.get());
    assertEquals(List.of(15), times());
    log.write();
    assertEquals(2, transactions.get());
    assertEquals(List.of(16), times());
  }

  @Test
  void oneWritingTakesAllKindsHoweverMany() {
    log = log(() -> database, NEVER);
    for (int kind = 0; kind < 1_200; kind++) {
      for (int i = 0; i <= RefusalLog.FEW; i++) {
        log.admits(jane, "Operation" + kind, OUTCOME, request(i));
      }
    }
    log.write();
    assertEquals(1_200, times().size());
  }

  @Test
  void kindsOfMinutesThatAreOverMakeRoomAlthoughNothingIsToBeWritten() throws Exception {
    log = log(() -> database, Duration.ofMillis(10));
    for (int kind = 0; kind < RefusalLog.KINDS; kind++) {
      log.admits(jane, "Operation" + kind, OUTCOME, request(kind));
    }
    assertEquals(20, refuse(20), "where there is no room each leaves its row");
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    for (int i = 0; i < 1_000 && log.admits(jane, "Operation", OUTCOME, request(i)); i++) {
      Thread.sleep(10);
    }
    assertEquals(RefusalLog.FEW, refuse(20));
    for (int i = 0; i < 1_000 && !times().equals(List.of(1, 15)); i++) {
      Thread.sleep(10);
    }
    assertEquals(List.of(1, 15), times());
  }

  private RefusalLog log(Supplier<Database> written, Duration pause) {
    return new RefusalLog(written, ids, nanos::get, pause);
  }

  private void run(OperationRunner runner) {
    runner.run(Operations.CREATE_ACCOUNT, () -> new CreateAccountInput("Name"), jane, request(0));
  }

  /** The number of refusals that leave rows of their own. */
  private int refuse(int times) {
    RefusalLog counting = Objects.requireNonNull(log);
    int own = 0;
    for (int i = 0; i < times; i++) {
      own += counting.admits(jane, OPERATION, OUTCOME, request(i)) ? 1 : 0;
    }
    return own;
  }

  private static RequestOrigin request(int number) {
    return new RequestOrigin("request-" + number, "192.0.2.7");
  }

  private List<Integer> times() {
    return database.read(transaction ->
        transaction
            .sql()
            .select(AUDIT_ENTRY.TIMES)
            .from(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.PRINCIPAL.ne("system:operator"))
            .orderBy(AUDIT_ENTRY.AUDIT_ID)
            .fetch(AUDIT_ENTRY.TIMES));
  }
}
