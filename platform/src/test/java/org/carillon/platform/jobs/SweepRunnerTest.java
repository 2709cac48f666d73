package org.carillon.platform.jobs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.SqliteDatabase;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.WritelessDatabase;
import org.carillon.platform.jobs.SweepRunner.Recurring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows that sweeps go on: through steps of the clock, deaths in a sweep and storms of writes. */
final class SweepRunnerTest {

  private static final String ORGANIZATION = "123456789012";
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final TestClock clock = new TestClock();
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private final AtomicBoolean failing = new AtomicBoolean();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatWaitsIsDueWhenTheClockIsSetBackByAnHour(Engine engine) {
    try (Database database = open(engine)) {
      SweepRhythm rhythm = rhythm(database);
      Errands.put(database, "before the step");
      clock.advance(Duration.ofHours(-1));
      nanos.addAndGet(EVERY.toNanos());
      rhythm.beat();
      assertEquals(List.of("before the step"), delivered);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aYearAheadAndBackLeavesNothingWaiting(Engine engine) {
    try (Database database = open(engine)) {
      SweepRhythm rhythm = rhythm(database);
      clock.advance(Duration.ofDays(365));
      Errands.put(database, "tried in vain");
      failing.set(true);
      pass(rhythm, EVERY);
      failing.set(false);
      Errands.put(database, "not tried yet");
      clock.advance(Duration.ofDays(-365));
      nanos.addAndGet(EVERY.toNanos());
      rhythm.beat();
      assertEquals(
          List.of("not tried yet", "tried in vain", "tried in vain"),
          delivered.stream().sorted().toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aYearAheadAndBackWhileNoServerRunsLeavesNothingWaiting(Engine engine) {
    try (Database database = open(engine)) {
      clock.advance(Duration.ofDays(365));
      triedUpToEightTimes(database);
      clock.advance(Duration.ofDays(-365));
      pass(rhythm(database), EVERY);
      assertEquals(9, delivered.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStartWithARightClockLeavesAloneWhatWasTriedMoreThanOnce(Engine engine) {
    try (Database database = open(engine)) {
      triedUpToEightTimes(database);
      claim(database);
      pass(rhythm(database), EVERY);
      assertEquals(engine == Engine.SQLITE ? List.of("message 8") : List.of(), delivered);
    }
  }

  /** The last message was not tried yet, the first one eight times; all are due. */
  private void triedUpToEightTimes(Database database) {
    for (int i = 0; i <= 8; i++) {
      claim(database);
      Errands.put(database, "message " + i);
      clock.advance(DueWork.lease(8).plusSeconds(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStepBackTakesNoLeaseFromAnotherNode(Engine engine) {
    try (Database database = open(engine)) {
      SweepRhythm rhythm = rhythm(database);
      pass(rhythm, EVERY);
      Errands.put(database, "under way elsewhere");
      claim(database);
      clock.advance(Duration.ofSeconds(10));
      Errands.put(database, "not tried yet");
      clock.advance(Duration.ofSeconds(-10));
      nanos.addAndGet(Duration.ofSeconds(10).toNanos());
      rhythm.beat();
      assertEquals(engine == Engine.SQLITE ? 2 : 1, delivered.size());
      assertTrue(delivered.contains("not tried yet"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClockThatGoesRightWakesNothing(Engine engine) {
    try (Database database = open(engine)) {
      SweepRhythm rhythm = rhythm(database);
      failing.set(true);
      Errands.put(database, "hello");
      for (int i = 0; i < 30; i++) {
        pass(rhythm, EVERY);
      }
      assertEquals(1, delivered.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatADeadServerHadClaimedIsDoneAtOnceWhereItCannotBeAlive(Engine engine) {
    try (Database database = open(engine)) {
      Errands.put(database, "hello");
      assertEquals(1, claim(database));
      SweepRhythm next = rhythm(database);
      pass(next, EVERY);
      assertEquals(engine == Engine.SQLITE ? 1 : 0, delivered.size());
      // Other nodes go on with the rest meanwhile: nothing but the claimed row is held.
      Errands.put(database, "world");
      pass(next, EVERY);
      assertTrue(delivered.contains("world"));
      pass(next, DueWork.lease(0));
      assertEquals(List.of("hello", "world"), delivered.stream().sorted().toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSweepThatComesToNoEndIsOverdueAndOneThatFailsToo(Engine engine) {
    try (Database database = open(engine)) {
      SweepRhythm rhythm = rhythm(database);
      pass(rhythm, EVERY);
      nanos.addAndGet(SweepRhythm.PATIENCE.toNanos());
      assertEquals(false, rhythm.isOverdue());
      nanos.addAndGet(EVERY.multipliedBy(2).toNanos());
      assertEquals(true, rhythm.isOverdue());
      rhythm.beat();
      assertEquals(false, rhythm.isOverdue());

      Errands.put(database, "hello");
      SweepRhythm failing = rhythm(WritelessDatabase.busy(database));
      pass(failing, SweepRhythm.PATIENCE);
      pass(failing, EVERY.multipliedBy(2));
      assertEquals(true, failing.isOverdue());
    }
  }

  @Test
  void sweepsGoOnInAStormOfWrites() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong writes = new AtomicLong();
    try (Database database =
            SqliteDatabase.open(folder.resolve("storm"), InstantSource.system(), 4096);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      organization(database);
      Recurring recurring = new Recurring(sweep(database), Duration.ofMillis(100));
      SweepRunner runner =
          new SweepRunner(InstantSource.system(), new SimpleMeterRegistry(), List.of(recurring));
      runner.start();
      List<Future<?>> storm = new ArrayList<>();
      for (int i = 0; i < 48; i++) {
        storm.add(
            threads.submit(() -> {
              while (!over.get()) {
                database.write(ORGANIZATION, transaction -> rename(transaction));
                writes.incrementAndGet();
              }
            }));
      }
      try {
        for (int i = 1; i <= 10; i++) {
          Errands.put(database, "message " + i);
          long before = writes.get();
          int sent = i;
          await("a sweep within 100,000 writes")
              .atMost(Duration.ofMinutes(1))
              .pollInterval(Duration.ofMillis(5))
              .until(() -> delivered.size() >= sent || writes.get() - before >= 100_000);
          assertEquals(i, delivered.size());
        }
        assertEquals(List.of(), runner.overdue());
      } finally {
        // Otherwise the storm would never end, and the failure would never show.
        over.set(true);
      }
      for (Future<?> each : storm) {
        each.get();
      }
      runner.close();
    }
  }

  private static int rename(Transaction transaction) {
    return transaction.sql().execute("update organization set name = name || ''");
  }

  /** Both clocks go on alike, and then the sweep is run. */
  private void pass(SweepRhythm rhythm, Duration time) {
    clock.advance(time);
    nanos.addAndGet(time.toNanos());
    rhythm.beat();
  }

  private SweepRhythm rhythm(Database database) {
    return new SweepRhythm(
        new Recurring(sweep(database), EVERY),
        new SimpleMeterRegistry().timer("sweeps"),
        clock,
        nanos::get);
  }

  private Sweep<?> sweep(Database database) {
    return new Sweep<>(database, new Errands(database, this::deliver));
  }

  private void deliver(String text) {
    delivered.add(text);
    if (failing.get()) {
      throw new IllegalStateException("receiver is down");
    }
  }

  /** Claims the due rows as another process does, and returns their number. */
  private int claim(Database database) {
    DueWork<?> other = new Errands(database, text -> {});
    return database.<Integer>write(transaction -> other.rows().claim(transaction, 10).size());
  }

  private Database open(Engine engine) {
    Database database = TestDatabases.open(engine, folder, clock);
    organization(database);
    return database;
  }

  private static void organization(Database database) {
    Errands.prepare(database);
    database.write(transaction ->
        transaction
            .sql()
            .execute(
                "insert into organization (organization_id, name, created_at) values (?, 'x', 0)",
                ORGANIZATION));
  }
}
