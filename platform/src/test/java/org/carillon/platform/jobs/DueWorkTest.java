package org.carillon.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows that due work is done at least once, with any fault in between, on both engines. */
final class DueWorkTest {

  private final TestClock clock = new TestClock();
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void sweepRunTwiceDoesItOnce(Engine engine) {
    try (Database database = open(engine)) {
      Errands.put(database, "hello");
      sweep(database).run();
      sweep(database).run();
      clock.advance(Duration.ofDays(1));
      sweep(database).run();
      assertEquals(List.of("hello"), delivered);
    }
  }

  @ParameterizedTest
  @EnumSource
  void crashBetweenClaimAndWorkOnlyDelays(Engine engine) {
    try (Database database = open(engine)) {
      Errands.put(database, "hello");
      // A node that claims and is gone.
      DueWork<?> lost = new Errands(database, text -> {});
      assertEquals(
          1, database.<Integer>write(transaction -> lost.rows().claim(transaction, 10).size()));
      sweep(database).run();
      assertEquals(List.of(), delivered);
      // A second more, as each change is a microsecond later than the one before.
      clock.advance(DueWork.lease(0).plusSeconds(1));
      sweep(database).run();
      assertEquals(List.of("hello"), delivered);
    }
  }

  @ParameterizedTest
  @EnumSource
  void manySweepsAtOnceDoEachPieceOnce(Engine engine) throws Exception {
    try (Database database = open(engine);
        Database other = TestDatabases.open(engine, folder, clock);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 120; i++) {
        Errands.put(database, "message " + i);
      }
      Callable<Void> here = () -> run(database);
      Callable<Void> there = () -> run(other);
      for (var each : threads.invokeAll(List.of(here, there, here, there))) {
        each.get();
      }
      assertEquals(120, delivered.size());
      assertEquals(120, delivered.stream().distinct().count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void failingWorkIsTriedAgainLessAndLessOften(Engine engine) {
    try (Database database = open(engine)) {
      Errands.put(database, "unwanted");
      int failed = 0;
      for (int tried = 0; tried < 10; tried++) {
        sweep(database).run();
        sweep(database).run();
        assertEquals(++failed, delivered.size());
        clock.advance(DueWork.lease(tried).minusSeconds(1));
        sweep(database).run();
        assertEquals(failed, delivered.size());
        clock.advance(Duration.ofSeconds(2));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneFailureKeepsNoOtherWorkBack(Engine engine) {
    try (Database database = open(engine)) {
      Errands.put(database, "unwanted");
      Errands.put(database, "hello");
      sweep(database).run();
      assertTrue(delivered.contains("hello"));
    }
  }

  private @Nullable Void run(Database database) {
    sweep(database).run();
    return null;
  }

  private Sweep<?> sweep(Database database) {
    return new Sweep<>(
        database,
        new Errands(
            database,
            text -> {
              delivered.add(text);
              if (text.equals("unwanted")) {
                throw new IllegalStateException("receiver is down");
              }
            }));
  }

  private Database open(Engine engine) {
    Database database = TestDatabases.open(engine, folder, clock);
    Errands.prepare(database);
    return database;
  }
}
