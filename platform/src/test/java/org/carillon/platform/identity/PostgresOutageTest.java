package org.carillon.platform.identity;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.platform.db.DatabaseBusyException;
import org.carillon.platform.db.DatabaseLostException;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.PostgresDatabase;
import org.carillon.platform.db.UnknownOutcomeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that goes away under load and comes back. */
final class PostgresOutageTest {

  private static final String KEY = "CARIUNKNOWN234567";

  private final Ids ids = new Ids(InstantSource.system());
  @TempDir private Path folder;
  private EmbeddedPostgres server;
  private PostgresDatabase database;

  @BeforeEach
  void start() throws IOException {
    server = serve(0);
    database = open();
  }

  private PostgresDatabase open() {
    return PostgresDatabase.open(
        server.getJdbcUrl("postgres", "postgres"), InstantSource.system(), 8);
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
    server.close();
  }

  private EmbeddedPostgres serve(int port) throws IOException {
    return serve(port, Map.of());
  }

  private EmbeddedPostgres serve(int port, Map<String, String> config) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("pg"))
            .setCleanDataDirectory(false);
    config.forEach(builder::setServerConfig);
    return port == 0 ? builder.start() : builder.setPort(port).start();
  }

  @Test
  void thousandRequestsOfAnOutageAreToldAtOnceAndTheServerIsFoundAgain() throws Exception {
    int port = server.getPort();
    AtomicBoolean enough = new AtomicBoolean();
    Organizations organizations = new Organizations(database, ids);
    Map<String, Integer> outcomes = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> load = new ArrayList<>();
      AtomicInteger served = new AtomicInteger();
      for (int i = 0; i < 16; i++) {
        load.add(threads.submit(() -> write(organizations, enough, served)));
      }
      await("32 writes are served").until(() -> served.get() >= 32);
      server.close();
      for (Future<String> each : load) {
        outcomes.merge(each.get(), 1, Integer::sum);
      }
      enough.set(true);
      // One after the other they would wait two seconds each: more than half an hour.
      long begun = System.nanoTime();
      List<Future<?>> asked = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        asked.add(threads.submit(database::probe));
      }
      for (Future<?> each : asked) {
        ExecutionException told = assertThrows(ExecutionException.class, each::get);
        assertTrue(told.getCause() instanceof DatabaseLostException, told.toString());
      }
      assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(20), "they did not queue");
    }
    // Every write that was under way fails as lost, or as unknown if it was committing.
    assertEquals(16, outcomes.values().stream().mapToInt(Integer::intValue).sum());
    assertTrue(List.of("lost", "unknown").containsAll(outcomes.keySet()), outcomes.toString());
    server = serve(port);
    awaitServed();
  }

  @Test
  void knownKeyIsAnsweredFromTheRingAndAnUnknownOneIsToldAsLost() throws Exception {
    Vault vault = MasterKey.open(folder.resolve("master.key"), database);
    String organization = new Organizations(database, ids).create("Bells").organizationId();
    IssuedKey issued = issue(vault, organization);
    AtomicLong nanos = new AtomicLong();
    KeyRing ring = new KeyRing(database, vault, nanos::get);
    assertNotNull(ring.find(issued.accessKeyId()));
    int port = server.getPort();
    server.close();
    awaitLost();
    nanos.addAndGet(Duration.ofMillis(1_500).toNanos());
    for (int i = 0; i < 100; i++) {
      assertNotNull(ring.find(issued.accessKeyId()), "beside the refresh, which fails");
    }
    nanos.addAndGet(KeyRing.KEPT.toNanos());
    assertThrows(DatabaseLostException.class, () -> ring.find(issued.accessKeyId()));
    assertThrows(DatabaseLostException.class, () -> ring.find(KEY));
    server = serve(port);
    awaitServed();
    assertThrows(DatabaseLostException.class, () -> ring.find(KEY), "the failure, for a moment");
    nanos.addAndGet(Duration.ofMillis(250).toNanos());
    assertNotNull(ring.find(issued.accessKeyId()));
  }

  @Test
  void serverWhoseConnectionsAreAllGivenAwayIsBusyAndNotLost() throws Exception {
    database.close();
    server.close();
    server = serve(0, Map.of("max_connections", "10"));
    List<Connection> others = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      others.add(server.getPostgresDatabase().getConnection());
    }
    database = open();
    CountDownLatch begun = new CountDownLatch(4);
    CountDownLatch released = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> held = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        held.add(
            threads.submit(() ->
                database.write(transaction -> {
                  begun.countDown();
                  return awaitLatch(released);
                })));
      }
      assertTrue(begun.await(30, TimeUnit.SECONDS));
      assertThrows(DatabaseBusyException.class, database::probe);
      released.countDown();
      for (Future<?> each : held) {
        each.get();
      }
      database.probe();
    } finally {
      released.countDown();
      for (Connection each : others) {
        each.close();
      }
    }
  }

  private static boolean awaitLatch(CountDownLatch released) {
    try {
      return released.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private IssuedKey issue(Vault vault, String organization) {
    Principals principals = new Principals(database, ids);
    principals.create(organization, "jane", List.of());
    return new AccessKeys(database, vault, ids).create(organization, "jane");
  }

  private static String write(
      Organizations organizations, AtomicBoolean enough, AtomicInteger served) {
    while (!enough.get()) {
      try {
        organizations.create("Bells");
        served.incrementAndGet();
      } catch (DatabaseLostException lost) {
        return "lost";
      } catch (DatabaseBusyException busy) {
        return "busy";
      } catch (UnknownOutcomeException unknown) {
        return "unknown";
      }
    }
    return "served";
  }

  /** The process that ends the server may return before the server takes no more connections. */
  private void awaitLost() {
    await("the database is lost")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThrows(DatabaseLostException.class, database::probe));
  }

  private void awaitServed() {
    await("the database is found again")
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsMatching(failure ->
            failure instanceof DatabaseLostException || failure instanceof DatabaseBusyException)
        .untilAsserted(database::probe);
  }
}
