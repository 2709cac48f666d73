package org.carillon.server.inventory.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.carillon.server.inventory.pool.NumberSupplier.Answer;
import org.carillon.server.inventory.pool.NumberSupplier.Request;
import org.carillon.server.testing.QueryPlans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows what the built-in supplier answers, on both engines. */
final class PoolSupplierTest {

  private static final String ORGANIZATION = "123456789012";
  private static final String NUMBER = "+12065550100";
  private static final Answer DONE = new Answer.Done();
  private static final Answer REFUSED = new Answer.Refused("not available");

  private final TestClock clock = new TestClock();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void ordersAreAnsweredAfterTwoSeconds(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      Request request = ask("a");
      assertEquals(new Answer.Pending(Duration.ofSeconds(2)), pool.order(request));
      clock.advance(Duration.ofMillis(1500));
      assertEquals(new Answer.Pending(Duration.ofMillis(500)), pool.order(request));
      clock.advance(Duration.ofMillis(500));
      assertEquals(DONE, pool.order(request));
      assertEquals(DONE, pool.order(request));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ordersOfAClockThatWasSetBackSinceAreAnsweredAtOnce(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      Request request = ask("a");
      pool.order(request);
      clock.advance(Duration.ofHours(-1));
      assertEquals(DONE, pool.order(request));
    }
  }

  @ParameterizedTest
  @EnumSource
  void unknownTakenAndRestingNumbersAreRefusedInTheSameWords(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      Request first = ask("a");
      Request second = ask("b");
      Request unknown = new Request(new E164("+12065559999"), "c", clock.instant());
      pool.order(first);
      assertInstanceOf(Answer.Pending.class, pool.order(second));
      clock.advance(Duration.ofSeconds(3));
      assertEquals(DONE, pool.order(first));
      assertEquals(REFUSED, pool.order(second));
      assertEquals(REFUSED, pool.order(unknown));
      assertEquals(DONE, pool.release(first));
      assertEquals(REFUSED, pool.order(second));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyTenuresAtOnceOneGetsTheNumber(Engine engine) throws Exception {
    try (Database database = filled(engine);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      PoolSupplier pool = pool(database);
      Request early = ask("x");
      clock.advance(Duration.ofSeconds(3));
      List<Callable<Answer>> orders = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Request request = new Request(new E164(NUMBER), "tenure" + i, early.askedAt());
        orders.add(() -> pool.order(request));
      }
      int done = 0;
      for (Future<Answer> answer : threads.invokeAll(orders)) {
        done += answer.get().equals(DONE) ? 1 : 0;
      }
      assertEquals(1, done);
    }
  }

  @ParameterizedTest
  @EnumSource
  void releasedNumberRestsForFortyFiveDays(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      Request first = ask("a");
      pool.order(first);
      assertFalse(find(pool, null, null, null, "206").contains(NUMBER));
      pool.release(first);
      clock.advance(Duration.ofDays(45).minusSeconds(1));
      assertFalse(find(pool, null, null, null, "206").contains(NUMBER));
      // More than the second left, as each change is a microsecond later than the one before.
      clock.advance(Duration.ofSeconds(2));
      assertTrue(find(pool, null, null, null, "206").contains(NUMBER));
      Request second = ask("b");
      pool.order(second);
      clock.advance(Duration.ofSeconds(2));
      assertEquals(DONE, pool.order(second));
      // The first owner's release, repeated late, takes nothing from the second owner.
      assertEquals(DONE, pool.release(first));
      assertEquals(DONE, pool.order(second));
      assertFalse(find(pool, null, null, null, "206").contains(NUMBER));
    }
  }

  @ParameterizedTest
  @EnumSource
  void numberThatWasReleasedAYearAheadRestsForNoYear(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      clock.advance(Duration.ofDays(365));
      Request first = ask("a");
      pool.order(first);
      pool.release(first);
      clock.advance(Duration.ofDays(-365));
      assertTrue(find(pool, null, null, null, "206").contains(NUMBER));
      Request second = ask("b");
      pool.order(second);
      clock.advance(Duration.ofSeconds(2));
      assertEquals(DONE, pool.order(second));
    }
  }

  @ParameterizedTest
  @EnumSource
  void numberThatANodeSomeSecondsAheadHasReleasedRests(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      Request first = ask("a");
      pool.order(first);
      clock.advance(Duration.ofSeconds(30));
      pool.release(first);
      clock.advance(Duration.ofSeconds(-30));
      assertFalse(find(pool, null, null, null, "206").contains(NUMBER));
    }
  }

  @ParameterizedTest
  @EnumSource
  void numberThatNeverCameFromThePoolIsReleasedAndNamedAsWell(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      Request foreign = new Request(new E164("+390612345678"), "a", clock.instant());
      assertEquals(DONE, pool.release(foreign));
      assertEquals(new Answer.Pending(Duration.ofSeconds(5)), pool.setCallingName(foreign, "Acme"));
      clock.advance(Duration.ofSeconds(5));
      assertEquals(DONE, pool.setCallingName(foreign, "Acme"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void searchFindsByEachFilter(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      assertEquals(100, find(pool, null, null, null, "206").size());
      assertEquals(100, find(pool, PhoneNumberType.LOCAL, "SEATTLE", "wa", null).size());
      assertEquals(100, find(pool, null, "Seattle", "WA", "206").size());
      assertEquals(List.of(), find(pool, null, "Seattle", "WA", "509"));
      assertEquals(List.of(), find(pool, null, "Seattle", "OR", null));
      assertEquals(List.of(), find(pool, PhoneNumberType.TOLL_FREE, null, null, "206"));
      assertTrue(find(pool, null, null, "WA", null).size() > 100);
      List<String> free = tollFree(pool, "800");
      assertEquals(100, free.size());
      assertEquals("+18005550100", free.getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesFollowOneAnotherToTheEnd(Engine engine) {
    try (Database database = filled(engine)) {
      PoolSupplier pool = pool(database);
      List<String> all = new ArrayList<>();
      String after = null;
      do {
        NumberSupplier.Page page =
            pool.search(
                ORGANIZATION, new NumberSearch("US", null, "206", null, null, null, 30, after));
        all.addAll(page.numbers());
        after = page.after();
      } while (after != null);
      assertEquals(100, all.size());
      assertEquals(all.stream().sorted().distinct().toList(), all);
    }
  }

  @ParameterizedTest
  @EnumSource
  void firstStartSeedsOnceWhoeverStarts(Engine engine) throws Exception {
    try (Database database = TestDatabases.open(engine, folder, clock);
        Database other = TestDatabases.open(engine, folder, clock);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> here = () -> new NumberPool(database, new PhoneNumberFacts()).seed();
      Callable<Integer> there = () -> new NumberPool(other, new PhoneNumberFacts()).seed();
      int added = 0;
      for (Future<Integer> start : threads.invokeAll(List.of(here, there))) {
        added += start.get();
      }
      assertEquals(FictionalNumbers.numbers().size(), added);
      assertTrue(added < 60_000);
      assertEquals(0, here.call());
      assertEquals(100, find(pool(database), null, "Seattle", "WA", "206").size());
      var offers = pool(database).offers(ORGANIZATION);
      assertEquals(
          List.of("AU", "CA", "DE", "FR", "GB", "IE", "SE", "US"), List.copyOf(offers.keySet()));
      assertEquals(List.of(PhoneNumberType.LOCAL), offers.get("CA"));
      assertEquals(List.of(PhoneNumberType.LOCAL, PhoneNumberType.TOLL_FREE), offers.get("GB"));
    }
  }

  @Test
  void everySearchOfSqliteIsServedByACoveringIndex() {
    try (Database database = filled(Engine.SQLITE)) {
      for (NumberSearch search :
          List.of(
              new NumberSearch("US", null, "206", null, null, null, 500, null),
              new NumberSearch("US", null, null, null, "WA", null, 500, "+12065550150"),
              new NumberSearch("US", null, null, "Seattle", "WA", null, 500, null),
              new NumberSearch("US", null, "206", "Seattle", "WA", null, 500, "+12065550150"),
              new NumberSearch("US", null, null, null, null, "800", 500, null),
              new NumberSearch("GB", null, null, null, null, null, 500, "+442079460000"))) {
        QueryPlans.of(
                database,
                transaction ->
                    FreeNumberStore.search(
                        transaction,
                        search,
                        PoolSettings.DEFAULTS.quarantine(),
                        PhoneNumberType.LOCAL))
            .use("SEARCH pool_number USING COVERING INDEX");
      }
    }
  }

  private Database filled(Engine engine) {
    Database database = TestDatabases.open(engine, folder, clock);
    List<NumberPool.PoolNumber> some =
        FictionalNumbers.numbers().stream()
            .filter(each -> "WA".equals(each.state()) || each.e164().text().startsWith("+1800"))
            .toList();
    database.write(transaction -> new PoolStore().add(transaction, some));
    return database;
  }

  private PoolSupplier pool(Database database) {
    return new PoolSupplier(database, clock, PoolSettings.DEFAULTS);
  }

  private Request ask(String reference) {
    return new Request(new E164(NUMBER), reference, clock.instant());
  }

  private static List<String> tollFree(PoolSupplier pool, String prefix) {
    return pool.search(
            ORGANIZATION, new NumberSearch("US", null, null, null, null, prefix, 500, null))
        .numbers();
  }

  private static List<String> find(
      PoolSupplier pool,
      @Nullable PhoneNumberType type,
      @Nullable String city,
      @Nullable String state,
      @Nullable String areaCode) {
    return pool.search(
            ORGANIZATION, new NumberSearch("US", type, areaCode, city, state, null, 500, null))
        .numbers();
  }
}
