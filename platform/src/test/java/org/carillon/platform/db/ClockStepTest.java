package org.carillon.platform.db;

import static org.carillon.platform.db.schema.Tables.ORGANIZATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The effects of a clock that was set ahead and back, on both engines. */
final class ClockStepTest {

  private static final Duration AHEAD = Duration.ofHours(1);
  private static final String CHANGED_AHEAD = "100000000001";
  private static final String OTHER = "100000000002";

  private final TestClock clock = new TestClock();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void onlyRowsThatWereChangedAheadAreChangedAheadAgain(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      add(database, OTHER);
      clock.advance(AHEAD);
      Instant ahead = add(database, CHANGED_AHEAD);
      clock.advance(AHEAD.negated().plusSeconds(5));
      assertTrue(touch(database, CHANGED_AHEAD).isAfter(ahead));
      assertEquals(clock.instant(), touch(database, OTHER));
      assertEquals(clock.instant(), add(database, "100000000003"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStepAheadHealsByItselfOnceItIsOver(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      clock.advance(AHEAD);
      add(database, CHANGED_AHEAD);
      clock.advance(AHEAD.negated());
      touch(database, CHANGED_AHEAD);
      clock.advance(AHEAD.plusSeconds(1));
      assertEquals(clock.instant(), touch(database, CHANGED_AHEAD));
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyRowsChangedAheadAreChangedTogetherThoughNowWasAskedForTooEarly(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, clock)) {
      clock.advance(AHEAD);
      for (int i = 0; i < 50; i++) {
        clock.advance(Duration.ofMillis(1));
        add(database, Long.toString(200000000000L + i));
      }
      Instant last = clock.instant();
      clock.advance(AHEAD.negated());
      Instant now =
          database.write(transaction -> {
            Instant early = transaction.now();
            changes(transaction).forEach(transaction::nowAfter);
            return early;
          });
      assertTrue(now.isAfter(last));
    }
  }

  private static List<Instant> changes(Transaction transaction) {
    return transaction
        .sql()
        .select(ORGANIZATION.CREATED_AT)
        .from(ORGANIZATION)
        .orderBy(ORGANIZATION.ORGANIZATION_ID)
        .fetch(ORGANIZATION.CREATED_AT);
  }

  private static Instant add(Database database, String id) {
    return database.write(transaction -> {
      transaction
          .sql()
          .insertInto(
              ORGANIZATION,
              ORGANIZATION.ORGANIZATION_ID,
              ORGANIZATION.NAME,
              ORGANIZATION.CREATED_AT)
          .values(id, "x", transaction.now())
          .execute();
      return transaction.now();
    });
  }

  /** Changes the row as operations do: locked first, then dated. */
  private static Instant touch(Database database, String id) {
    return database.write(transaction -> {
      transaction
          .lock(
              TestLock.FIRST,
              transaction
                  .sql()
                  .select(ORGANIZATION.CREATED_AT)
                  .from(ORGANIZATION)
                  .where(ORGANIZATION.ORGANIZATION_ID.eq(id)),
              ORGANIZATION)
          .forEach(row -> transaction.nowAfter(row.value1()));
      transaction
          .sql()
          .update(ORGANIZATION)
          .set(ORGANIZATION.CREATED_AT, transaction.now())
          .where(ORGANIZATION.ORGANIZATION_ID.eq(id))
          .execute();
      return transaction.now();
    });
  }
}
