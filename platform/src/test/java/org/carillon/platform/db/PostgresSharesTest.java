package org.carillon.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organizations share the connections to PostgreSQL. */
final class PostgresSharesTest {

  private static final int CONNECTIONS = 4;
  private static final int SHARE = 3;

  @TempDir private Path folder;
  private PostgresDatabase database;

  @BeforeEach
  void open() {
    database = PostgresDatabase.open(TestDatabases.url(folder), new TestClock(), CONNECTIONS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void crowdOfOneOrganizationLeavesConnectionsToOthers() throws Exception {
    Semaphore begun = new Semaphore(0);
    CountDownLatch released = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> crowd = new ArrayList<>();
      for (int i = 0; i < 3 * CONNECTIONS; i++) {
        crowd.add(
            threads.submit(() ->
                database.snapshot(
                    "crowd",
                    transaction -> {
                      begun.release();
                      return await(released);
                    })));
      }
      try {
        assertTrue(begun.tryAcquire(SHARE, 30, TimeUnit.SECONDS));
        assertEquals(1, one("other"));
        assertEquals(1, written("other"));
        database.probe();
        assertThrows(DatabaseBusyException.class, () -> one("crowd"));
      } finally {
        released.countDown();
      }
      int served = 0;
      for (Future<Boolean> each : crowd) {
        try {
          assertTrue(each.get());
          served++;
        } catch (ExecutionException refused) {
          assertInstanceOf(DatabaseBusyException.class, refused.getCause());
        }
      }
      assertTrue(served >= SHARE, "served " + served);
    }
    assertEquals(1, one("crowd"));
  }

  @Test
  void whateverBecomesOfWorkItsConnectionIsFreeForTheNext() {
    for (int i = 0; i <= SHARE; i++) {
      assertEquals(1, one("bells"));
      assertEquals(1, written("bells"));
      assertThrows(
          IllegalStateException.class,
          () ->
              database.snapshot(
                  "bells",
                  refused -> {
                    throw new IllegalStateException("refused");
                  }));
      assertThrows(
          IllegalStateException.class,
          () ->
              database.write(
                  "bells",
                  refused -> {
                    throw new IllegalStateException("refused");
                  }));
      assertThrows(
          DataAccessException.class,
          () -> database.read("bells", broken -> broken.sql().execute("select nothing")));
    }
  }

  private int one(String organization) {
    return database.read(organization, transaction -> transaction.sql().fetch("select 1").size());
  }

  private int written(String organization) {
    return database.write(organization, transaction -> transaction.sql().fetch("select 1").size());
  }

  private static boolean await(CountDownLatch released) {
    try {
      return released.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
