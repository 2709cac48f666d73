package org.carillon.platform.operations;

import static org.awaitility.Awaitility.await;
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

  private static final int KINDS = 50;

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
    assertEquals(RefusalLog.FEW, ownRows());
    assertEquals(List.of(1_000 - RefusalLog.FEW), counts());
  }

  @Test
  void nextMinuteBeginsWithRowsOfTheirOwnAgain() {
    log = log(() -> database, NEVER);
    assertEquals(RefusalLog.FEW, refuse(20));
    log.write();
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertEquals(0, refuse(20));
    log.write();
    assertEquals(List.of(35), counts());
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertEquals(RefusalLog.FEW, refuse(20));
    log.write();
    assertEquals(List.of(35, 15), counts());
  }

  @Test
  void otherPrincipalsOperationsAndOutcomesAreCountedApart() {
    log = log(() -> database, NEVER);
    refuse(6);
    Principal joe = new Principal(jane.organizationId(), "q", "joe", List.of());
    for (int i = 0; i < 6; i++) {
      log.record(new AuditEntry(joe, OPERATION, null, OUTCOME, request(i)));
      log.record(new AuditEntry(jane, "DeleteAccount", null, OUTCOME, request(i)));
      log.record(new AuditEntry(jane, OPERATION, null, "BadRequestException", request(i)));
    }
    log.write();
    assertEquals(List.of(1, 1, 1, 1), counts());
  }

  @Test
  void refusalsThatCannotBeWrittenAreKeptUntilTheyCan() {
    AtomicReference<Database> now = new AtomicReference<>(WritelessDatabase.away(database));
    log = log(now::get, NEVER);
    assertEquals(0, refuse(20));
    log.write();
    assertEquals(List.of(), counts());
    now.set(database);
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertEquals(0, refuse(1));
    log.write();
    assertEquals(List.of(21), counts());
  }

  @Test
  void countsWhoseCommitIsUnknownAreWrittenAgainAndCountedOnce() {
    AtomicReference<Database> now = new AtomicReference<>(database);
    log = log(now::get, NEVER);
    refuse(20);
    now.set(WritelessDatabase.lostAfterCommit(database));
    log.write();
    assertEquals(List.of(15), counts());
    now.set(database);
    log.write();
    assertEquals(List.of(15), counts());
    refuse(1);
    log.write();
    assertEquals(List.of(16), counts());
  }

  @Test
  void whatIsRefusedDuringTheWritingIsWrittenTheNextTime() {
    AtomicInteger transactions = new AtomicInteger();
    log =
        log(
            () -> {
              if (transactions.incrementAndGet() > RefusalLog.FEW) {
                refuse(1);
              }
              return database;
            },
            NEVER);
    refuse(20);
    log.write();
    assertEquals(RefusalLog.FEW + 1, transactions.get());
    assertEquals(List.of(15), counts());
    log.write();
    assertEquals(RefusalLog.FEW + 2, transactions.get());
    assertEquals(List.of(16), counts());
  }

  @Test
  void oneWritingTakesAllKindsHoweverMany() {
    AtomicReference<Database> now = new AtomicReference<>(WritelessDatabase.busy(database));
    log = new RefusalLog(now::get, ids, nanos::get, NEVER, 1_200);
    for (int kind = 0; kind < 1_200; kind++) {
      refuse("Operation" + kind);
    }
    now.set(database);
    log.write();
    assertEquals(1_200, counts().size());
  }

  @Test
  void kindsOfMinutesThatAreOverMakeRoomAlthoughNothingIsToBeWritten() throws Exception {
    log = log(() -> database, Duration.ofMillis(10));
    for (int kind = 0; kind < KINDS; kind++) {
      refuse("Operation" + kind);
    }
    assertEquals(20, refuse(20), "where there is no room each leaves its row");
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    await("counts of the minute that is over")
        .until(() -> {
          refuse("Operation");
          return !counts().isEmpty();
        });
    assertEquals(RefusalLog.FEW, refuse(20));
    await("a count of 15").until(() -> counts().contains(15));
    assertEquals(15, counts().getLast());
  }

  private RefusalLog log(Supplier<Database> written, Duration pause) {
    return new RefusalLog(written, ids, nanos::get, pause, KINDS);
  }

  private void run(OperationRunner runner) {
    runner.run(Operations.CREATE_ACCOUNT, () -> new CreateAccountInput("Name"), jane, request(0));
  }

  /** Returns how many of those refusals left rows of their own. */
  private int refuse(int times) {
    int before = ownRows();
    for (int i = 0; i < times; i++) {
      refuse(OPERATION);
    }
    return ownRows() - before;
  }

  private void refuse(String operation) {
    Objects.requireNonNull(log).record(new AuditEntry(jane, operation, null, OUTCOME, request(1)));
  }

  private static RequestOrigin request(int number) {
    return new RequestOrigin("request-" + number, "192.0.2.7");
  }

  private int ownRows() {
    return database.read(transaction ->
        transaction
            .sql()
            .fetchCount(
                AUDIT_ENTRY,
                AUDIT_ENTRY.PRINCIPAL.ne("system:operator").and(AUDIT_ENTRY.LAST_AT.isNull())));
  }

  private List<Integer> counts() {
    return database.read(transaction ->
        transaction
            .sql()
            .select(AUDIT_ENTRY.TIMES)
            .from(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.LAST_AT.isNotNull())
            .orderBy(AUDIT_ENTRY.AUDIT_ID)
            .fetch(AUDIT_ENTRY.TIMES));
  }
}
