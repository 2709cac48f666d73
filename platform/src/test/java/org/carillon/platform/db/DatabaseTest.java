package org.carillon.platform.db;

import static org.awaitility.Awaitility.await;
import static org.carillon.platform.db.schema.Tables.ORGANIZATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both engines promise about transactions, time and refusals. */
final class DatabaseTest {

  private static final String ID = "100000000001";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();

  @ParameterizedTest
  @EnumSource
  void committedWorkIsSeenByEveryReadAfterIt(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      database.write(transaction -> add(transaction, ID, "Acme"));
      assertEquals(List.of("Acme"), names(database));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusedWorkIsUndoneAndItsRefusalThrownOn(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      IllegalStateException refusal =
          assertThrows(
              IllegalStateException.class,
              () ->
                  database.write(
                      ID,
                      transaction -> {
                        add(transaction, ID, "undone");
                        throw new IllegalStateException("refused");
                      }));
      assertEquals("refused", refusal.getMessage());
      assertEquals(List.of(), names(database));
    }
  }

  @ParameterizedTest
  @EnumSource
  void snapshotSeesWhatItsFirstStatementSawAndAReadWhatWasCommittedBefore(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      database.write(transaction -> add(transaction, ID, "first"));
      assertEquals(
          List.of(1, 1),
          countedAround(database, work -> database.snapshot(ID, work), "100000000002"));
      assertEquals(List.of(2, 3), countedAround(database, database::read, "100000000003"));
      // The connection serves the next one as it did before.
      assertEquals(
          List.of(3, 3),
          countedAround(database, work -> database.snapshot(ID, work), "100000000004"));
      assertEquals(4, names(database).size());
    }
  }

  /** The counts of organizations before and after another connection adds one. */
  private static List<Integer> countedAround(
      Database database,
      Function<Function<Transaction, List<Integer>>, List<Integer>> way,
      String added) {
    return way.apply(transaction -> {
      int before = transaction.sql().fetchCount(ORGANIZATION);
      database.write(other -> add(other, added, "other"));
      return List.of(before, transaction.sql().fetchCount(ORGANIZATION));
    });
  }

  @ParameterizedTest
  @EnumSource
  void refusedPartIsUndoneAndTheRestStays(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      database.write(transaction -> {
        transaction.savepoint(() -> add(transaction, ID, "first"));
        assertThrows(
            IllegalStateException.class,
            () ->
                transaction.savepoint(() -> {
                  add(transaction, "100000000002", "undone");
                  throw new IllegalStateException("refused");
                }));
        return transaction.savepoint(() -> add(transaction, "100000000003", "last"));
      });
      assertEquals(List.of("first", "last"), names(database));
    }
  }

  @ParameterizedTest
  @EnumSource
  void brokenStatementOfAPartLeavesTheRestUsable(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      database.write(transaction -> {
        add(transaction, ID, "first");
        assertThrows(
            DataAccessException.class,
            () -> transaction.savepoint(() -> transaction.sql().execute("select * from nowhere")));
        return add(transaction, "100000000003", "last");
      });
      assertEquals(List.of("first", "last"), names(database));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusalsLeaveTheWorkOfOthersAlone(Engine engine) throws Exception {
    try (Database database = TestDatabases.open(engine, folder, clock);
        ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<?>> results = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int number = i;
        results.add(
            threads.submit(() ->
                database.write(transaction -> {
                  add(transaction, "10000000" + (1000 + number), "n" + number);
                  if (number % 3 == 0) {
                    throw new IllegalStateException("refused");
                  }
                  return null;
                })));
      }
      int refused = 0;
      for (Future<?> result : results) {
        try {
          result.get();
        } catch (ExecutionException failed) {
          refused++;
        }
      }
      assertEquals(67, refused);
      assertEquals(133, names(database).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nowIsLaterThanTheLastChangeOfALockedRowEvenWhenTheClockGoesBack(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      database.write(transaction -> add(transaction, ID, "Acme"));
      clock.advance(Duration.ofHours(-1));
      Instant before = changed(database);
      assertTrue(touch(database).isAfter(before));
      assertTrue(changed(database).isAfter(before));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nowAskedForTooEarlyRunsTheWorkAgain(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      database.write(transaction -> add(transaction, ID, "Acme"));
      clock.advance(Duration.ofHours(-1));
      AtomicInteger runs = new AtomicInteger();
      Instant now =
          database.write(transaction -> {
            runs.incrementAndGet();
            Instant early = transaction.now();
            lock(transaction);
            return early;
          });
      assertTrue(now.isAfter(changed(database)));
      assertEquals(2, runs.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesOfOneRowHappenOneAfterTheOtherThoughTheClockStandsStill(Engine engine)
      throws Exception {
    try (Database database = TestDatabases.open(engine, folder, clock);
        ExecutorService threads = Executors.newFixedThreadPool(16)) {
      database.write(transaction -> add(transaction, ID, "Acme"));
      List<Future<Instant>> results = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        results.add(threads.submit(() -> touch(database)));
      }
      List<Instant> instants = new ArrayList<>();
      for (Future<Instant> result : results) {
        instants.add(result.get());
      }
      assertEquals(64, instants.stream().distinct().count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoWhoMakeTheSameRowAtOnceAreToldApart(Engine engine) throws Exception {
    try (Database database = TestDatabases.open(engine, folder, clock);
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(
            threads.submit(() ->
                database.write(transaction -> {
                  boolean there = transaction.sql().fetchExists(ORGANIZATION);
                  return !there && add(transaction, ID, "Acme");
                })));
      }
      int made = 0;
      for (Future<Boolean> result : results) {
        made += result.get() ? 1 : 0;
      }
      assertEquals(1, made);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingFinishesWhatWasBegun(Engine engine) throws Exception {
    Database database = TestDatabases.open(engine, folder, clock);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> running =
          threads.submit(() ->
              database.write(transaction -> {
                begun.countDown();
                awaitLatch(release);
                return add(transaction, ID, "Acme");
              }));
      begun.await();
      if (engine == Engine.SQLITE) {
        Thread closing = Thread.ofPlatform().start(database::close);
        await("the database waits for its writer")
            .until(() -> closing.getState().name().endsWith("WAITING"));
        release.countDown();
        closing.join();
      }
      release.countDown();
      assertTrue(running.get());
    }
    database.close();
    try (Database again = TestDatabases.open(engine, folder, clock)) {
      assertEquals(List.of("Acme"), names(again));
    }
  }

  @Test
  void writesBeyondTheQueueAreRefusedAndNotBegun() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (Database database =
            SqliteDatabase.open(folder.resolve("small.db"), InstantSource.system(), 1);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Future<Boolean> running =
          threads.submit(() ->
              database.write(transaction -> {
                begun.countDown();
                awaitLatch(release);
                return true;
              }));
      begun.await();
      List<Future<Boolean>> two =
          List.of(
              threads.submit(() -> database.write(transaction -> add(transaction, ID, "one"))),
              threads.submit(() -> database.write(transaction -> add(transaction, ID, "one"))));
      await("one of two writes is refused").until(() -> two.stream().anyMatch(Future::isDone));
      int refused = two.getFirst().isDone() ? 0 : 1;
      assertTrue(two.get(refused).exceptionNow() instanceof DatabaseBusyException);
      release.countDown();
      assertTrue(running.get());
      assertTrue(two.get(1 - refused).get());
      assertEquals(List.of("one"), names(database));
    }
  }

  private static boolean add(Transaction transaction, String id, String name) {
    return transaction
            .sql()
            .insertInto(
                ORGANIZATION,
                ORGANIZATION.ORGANIZATION_ID,
                ORGANIZATION.NAME,
                ORGANIZATION.CREATED_AT)
            .values(id, name, transaction.now())
            .execute()
        == 1;
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void locksAreTakenInTheirOrder(Engine engine, @TempDir Path folder) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      database.write(transaction -> {
        transaction.serialize(TestLock.FIRST, "a");
        transaction.serialize(TestLock.FIRST, "b");
        transaction.serialize(TestLock.SECOND, "a");
        transaction.serialize(TestLock.FIRST, "a");
        return "";
      });
      AssertionError refused =
          assertThrows(
              AssertionError.class,
              () ->
                  database.write(transaction -> {
                    transaction.serialize(TestLock.SECOND, "a");
                    transaction.serialize(TestLock.FIRST, "a");
                    return "";
                  }));
      assertEquals("FIRST is taken after [SECOND]", refused.getMessage());
    }
  }

  private static Instant touch(Database database) {
    return database.write(transaction -> {
      lock(transaction);
      transaction
          .sql()
          .update(ORGANIZATION)
          .set(ORGANIZATION.CREATED_AT, transaction.now())
          .execute();
      return transaction.now();
    });
  }

  private static void lock(Transaction transaction) {
    transaction
        .lock(
            TestLock.FIRST,
            transaction.sql().select(ORGANIZATION.CREATED_AT).from(ORGANIZATION),
            ORGANIZATION)
        .forEach(row -> transaction.nowAfter(row.value1()));
  }

  private static Instant changed(Database database) {
    return database.read(transaction ->
        transaction
            .sql()
            .select(ORGANIZATION.CREATED_AT)
            .from(ORGANIZATION)
            .fetchSingle()
            .value1());
  }

  private static List<String> names(Database database) {
    return database.read(transaction ->
        transaction
            .sql()
            .select(ORGANIZATION.NAME)
            .from(ORGANIZATION)
            .orderBy(ORGANIZATION.ORGANIZATION_ID)
            .fetch(ORGANIZATION.NAME));
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
