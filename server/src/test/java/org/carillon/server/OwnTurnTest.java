package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.SqliteDatabase;
import org.carillon.platform.identity.KeyRing;
import org.carillon.platform.identity.MasterKey;
import org.carillon.server.inventory.pool.NumberSearch;
import org.carillon.server.inventory.pool.PoolSettings;
import org.carillon.server.inventory.pool.PoolSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers' work waits in other turns than the server's own reads, and holds none of them up. */
final class OwnTurnTest {

  private static final String ORGANIZATION = "123456789012";

  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<Boolean>> crowd = new ArrayList<>();
  @TempDir private Path folder;
  private Database database;
  private KeyRing ring;

  @BeforeEach
  void crowdTheServersOwnTurn() throws Exception {
    database = SqliteDatabase.open(folder.resolve("carillon.db"), InstantSource.system(), 1000);
    ring = new KeyRing(database, MasterKey.open(folder.resolve("master.key"), database));
    for (int i = 0; i < 64; i++) {
      crowd.add(threads.submit(() -> database.read(transaction -> awaitRelease())));
    }
  }

  @AfterEach
  void close() {
    release.countDown();
    threads.close();
    database.close();
  }

  @Test
  void searchesAndOffersTakeTheTurnOfTheirOrganization() throws Exception {
    PoolSupplier pool = new PoolSupplier(database, InstantSource.system(), PoolSettings.DEFAULTS);
    NumberSearch search = new NumberSearch("US", null, "206", null, null, null, 10, null);
    assertEquals(List.of(), answered(() -> pool.search(ORGANIZATION, search).numbers()));
    assertEquals(Map.of(), answered(() -> pool.offers(ORGANIZATION)));
  }

  @Test
  void keysThatNobodyKnowsHaveATurnOfTheirOwn() throws Exception {
    assertNull(answered(() -> ring.find("CARIUNKNOWN234567")));
  }

  private <T> T answered(Callable<T> question) throws Exception {
    T answer = threads.submit(question).get(10, TimeUnit.SECONDS);
    assertTrue(crowd.stream().noneMatch(Future::isDone), "the crowd is there yet");
    return answer;
  }

  private boolean awaitRelease() {
    try {
      release.await();
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
