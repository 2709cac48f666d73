package org.carillon.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows that messages arrive at least once, whatever happens in between, on both engines. */
final class OutboxTest {

  private static final String ORGANIZATION = "123456789012";

  private final TestClock clock = new TestClock();
  private final Outbox outbox = new Outbox(new Ids(clock));
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private volatile @Nullable RuntimeException trouble;
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void sweepRunTwiceDeliversOnce(Engine engine) {
    try (Database database = open(engine)) {
      put(database, "hello");
      sweep(database).run();
      sweep(database).run();
      clock.advance(Duration.ofDays(1));
      sweep(database).run();
      assertEquals(List.of("hello"), delivered);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rolledBackTransactionSendsNothing(Engine engine) {
    try (Database database = open(engine)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              database.write(transaction -> {
                outbox.put(transaction, ORGANIZATION, "note", "x", "never");
                throw new IllegalStateException("refused");
              }));
      sweep(database).run();
      assertEquals(List.of(), delivered);
    }
  }

  @ParameterizedTest
  @EnumSource
  void crashBetweenClaimAndDeliveryOnlyDelays(Engine engine) {
    try (Database database = open(engine)) {
      put(database, "hello");
      // A node that claims and is gone.
      DueWork<?> lost = outbox.delivery(database, Map.of());
      assertEquals(1, database.<Integer>write(transaction -> lost.claim(transaction, 10).size()));
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
  void manySweepsAtOnceDeliverEachMessageOnce(Engine engine) throws Exception {
    try (Database database = open(engine);
        Database other = TestDatabases.open(engine, folder, clock);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 120; i++) {
        put(database, "message " + i);
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
  void failingDeliveryIsTriedAgainAndGivenUpInTheEnd(Engine engine) {
    try (Database database = open(engine)) {
      put(database, "hello");
      trouble = new IllegalStateException("receiver is down");
      sweep(database).run();
      assertEquals(1, delivered.size());
      sweep(database).run();
      assertEquals(1, delivered.size());
      for (int i = 0; i < 20; i++) {
        clock.advance(Duration.ofHours(2));
        sweep(database).run();
      }
      assertEquals(12, delivered.size());
      trouble = null;
      clock.advance(Duration.ofDays(30));
      sweep(database).run();
      assertEquals(12, delivered.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneFailureKeepsNoOtherMessageBack(Engine engine) {
    try (Database database = open(engine)) {
      database.write(transaction -> {
        outbox.put(transaction, ORGANIZATION, "unheard of", "x", "lost");
        return null;
      });
      put(database, "hello");
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
        outbox.delivery(
            database,
            Map.of(
                "note",
                message -> {
                  delivered.add(message.payload());
                  RuntimeException thrown = trouble;
                  if (thrown != null) {
                    throw thrown;
                  }
                })));
  }

  private void put(Database database, String payload) {
    database.write(transaction -> {
      outbox.put(transaction, ORGANIZATION, "note", "somewhere", payload);
      return null;
    });
  }

  private Database open(Engine engine) {
    Database database = TestDatabases.open(engine, folder, clock);
    database.write(transaction -> {
      transaction
          .sql()
          .execute(
              "insert into organization (organization_id, name, created_at) values (?, 'x', 0)",
              ORGANIZATION);
      return null;
    });
    return database;
  }
}
