package org.carillon.platform.db;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine's promises about many readers, many writers and their turns. */
final class SqliteDatabaseTest {

  private static final String CROWD = "100000000001";
  private static final String OTHER = "100000000002";

  /** A statement that keeps SQLite busy for some tens of milliseconds, all of it native code. */
  private static final String LONG =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000)"
          + " select count(*) from n";

  @TempDir private Path folder;
  private SqliteDatabase database;

  @BeforeEach
  void open() throws Exception {
    database = SqliteDatabase.open(folder.resolve("carillon.sqlite"), InstantSource.system(), 1000);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void virtualThreadsRunWhileAsManyAsThereAreCarriersAndMoreReadersAreInNativeCode()
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?>[] crowd = new Future<?>[32];
      for (int i = 0; i < crowd.length; i++) {
        crowd[i] =
            threads.submit(() -> {
              while (!over.get()) {
                one(LONG, CROWD);
                reads.incrementAndGet();
              }
            });
      }
      List<Long> waits = new ArrayList<>();
      long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      try {
        while (System.nanoTime() < until) {
          long begun = System.nanoTime();
          // A live answer needs a virtual thread that has next to nothing to do.
          threads.submit(() -> "live").get(10, TimeUnit.SECONDS);
          waits.add(System.nanoTime() - begun);
          Thread.sleep(5);
        }
      } finally {
        over.set(true);
      }
      for (Future<?> each : crowd) {
        each.get();
      }
      long read = Duration.ofSeconds(2).toNanos() / Math.max(1, reads.get());
      waits.sort(null);
      long p90 = waits.get(waits.size() * 9 / 10);
      // With readers on the carriers a live answer waits for a dozen reads and more.
      assertTrue(
          p90 < 4 * read,
          "live waits %d µs, a read takes %d µs".formatted(p90 / 1000, read / 1000));
    }
  }

  @Test
  void aReadOfOneOrganizationWaitsForNoCrowdOfAnother() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> crowd = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        crowd.add(threads.submit(() -> database.read(CROWD, transaction -> awaitLatch(release))));
      }
      try {
        assertEquals(1, threads.submit(() -> one("select 1", OTHER)).get(10, TimeUnit.SECONDS));
        assertEquals(1, threads.submit(() -> one("select 1", OTHER)).get(10, TimeUnit.SECONDS));
        assertTrue(crowd.stream().noneMatch(Future::isDone));
      } finally {
        release.countDown();
      }
      for (Future<Boolean> each : crowd) {
        assertTrue(each.get());
      }
    }
  }

  @Test
  void readsWithinReadsNeedNoSecondThread() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> nested = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        nested.add(
            threads.submit(() ->
                database.read(
                    CROWD, outer -> database.snapshot(CROWD, inner -> one("select 1", CROWD)))));
      }
      for (Future<Integer> each : nested) {
        assertEquals(1, each.get(20, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void readsBeyondTheQueueAreRefusedAndNotBegun() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    try (Database small = SqliteDatabase.open(folder.resolve("small"), InstantSource.system(), 4);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> crowd = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        crowd.add(
            threads.submit(() ->
                small.read(
                    CROWD,
                    transaction -> {
                      begun.incrementAndGet();
                      return awaitLatch(release);
                    })));
      }
      try {
        await("half of the crowd is refused")
            .until(() -> crowd.stream().filter(Future::isDone).count() >= 32);
        // The crowd does not cause a refusal of another organization.
        Future<Integer> other = threads.submit(() -> small.<Integer>read(OTHER, transaction -> 1));
        assertEquals(1, other.get(10, TimeUnit.SECONDS));
      } finally {
        release.countDown();
      }
      int refused = 0;
      for (Future<Boolean> each : crowd) {
        if (each.state() == Future.State.FAILED) {
          assertInstanceOf(DatabaseBusyException.class, each.exceptionNow());
          refused++;
        } else {
          assertTrue(each.get());
        }
      }
      assertTrue(refused >= 32);
      assertEquals(64 - refused, begun.get());
    }
  }

  @Test
  void aWriteOfOneOrganizationIsNextThoughManyOfAnotherWait() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<String> order = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> running =
          threads.submit(() ->
              write(
                  CROWD,
                  transaction -> {
                    begun.countDown();
                    return awaitLatch(release);
                  }));
      List<Future<Boolean>> crowd = new ArrayList<>();
      Future<Boolean> other;
      try {
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        for (int i = 0; i < 100; i++) {
          crowd.add(threads.submit(() -> write(CROWD, transaction -> order.add(CROWD))));
        }
        await("100 waiting writes").until(() -> database.waitingWrites() == 100);
        other = threads.submit(() -> write(OTHER, transaction -> order.add(OTHER)));
        await("101 waiting writes").until(() -> database.waitingWrites() == 101);
      } finally {
        release.countDown();
      }
      assertTrue(running.get());
      assertTrue(other.get());
      for (Future<Boolean> each : crowd) {
        assertTrue(each.get());
      }
      assertTrue(order.indexOf(OTHER) <= 1, () -> "it was number " + order.indexOf(OTHER));
    }
  }

  @Test
  void aWriteThatEndsWithAnErrorUndoesNoneOfItsGroup() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    String name = "update organization set name = ?";
    database.write(transaction ->
        transaction
            .sql()
            .execute(
                "insert into organization (organization_id, name, created_at)"
                    + " values ('100000000001', 'a', 0)"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch started = new CountDownLatch(1);
      Future<Boolean> running =
          threads.submit(() ->
              write(
                  CROWD,
                  transaction -> {
                    started.countDown();
                    return awaitLatch(release);
                  }));
      assertTrue(started.await(20, TimeUnit.SECONDS));
      Future<Integer> sound;
      Future<Integer> broken;
      try {
        sound =
            threads.submit(
                () -> write(CROWD, transaction -> transaction.sql().execute(name, "sound")));
        await("1 waiting write").until(() -> database.waitingWrites() == 1);
        broken =
            threads.submit(() ->
                write(
                    CROWD,
                    transaction -> {
                      transaction.sql().execute(name, "broken");
                      throw new BrokenError();
                    }));
        await("2 waiting writes").until(() -> database.waitingWrites() == 2);
      } finally {
        release.countDown();
      }
      assertTrue(running.get());
      assertEquals(1, sound.get());
      assertInstanceOf(
          BrokenError.class, assertThrows(ExecutionException.class, broken::get).getCause());
    }
    assertEquals(
        "sound",
        database.<String>read(transaction ->
            transaction.sql().fetchSingle("select name from organization").get(0, String.class)));
  }

  @Test
  void aFailedReadIsToldAndTheNextOneIsAsBefore() {
    for (int i = 0; i < 32; i++) {
      assertThrows(DataAccessException.class, () -> one("select * from nowhere", CROWD));
      assertThrows(
          BrokenError.class,
          () ->
              database.read(
                  CROWD,
                  transaction -> {
                    throw new BrokenError();
                  }));
    }
    assertEquals(1, one("select 1", CROWD));
  }

  @Test
  void workOutsideHasANowAndNoConnection() {
    assertTrue(database.outside(Transaction::now).isAfter(Instant.EPOCH));
    assertThrows(
        DataAccessException.class,
        () -> database.outside(transaction -> transaction.sql().fetch("select 1")));
  }

  /** An error that no code of ours expects. */
  private static final class BrokenError extends Error {

    private static final long serialVersionUID = 1L;
  }

  private <T> T write(String organization, Function<Transaction, T> work) {
    return database.write(organization, work);
  }

  private int one(String sql, String organization) {
    return database.read(
        organization, transaction -> transaction.sql().fetchSingle(sql).get(0, Integer.class));
  }

  private static boolean awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
