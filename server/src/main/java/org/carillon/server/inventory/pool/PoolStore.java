package org.carillon.server.inventory.pool;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.POOL_NUMBER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reads and changes the rows of the operator's own pool. */
final class PoolStore {

  private static final Parameter<String> AFTER = Parameter.of(POOL_NUMBER.E164);

  private static final Condition ONE = given(POOL_NUMBER.E164);
  private static final Condition TAKEN = given(POOL_NUMBER.TAKEN_BY);

  private static final Condition BEHIND = POOL_NUMBER.E164.gt(AFTER.slot());
  private static final Query<String> TAKEN_BY = any(ONE.and(TAKEN));
  private static final Query<String> ANY = any(noCondition());

  private static final Command TAKE = take(FreeNumberStore.FREE.and(FreeNumberStore.HAS_RESTED));
  private static final Command CLAIM = take(FreeNumberStore.FREE.or(TAKEN));

  private static final Command RELEASE =
      Command.of(sql ->
          sql.update(POOL_NUMBER)
              .set(POOL_NUMBER.TAKEN_BY, inline(null, POOL_NUMBER.TAKEN_BY))
              .set(POOL_NUMBER.RESTS_UNTIL, slot(POOL_NUMBER.RESTS_UNTIL))
              .where(ONE)
              .and(TAKEN));

  private static final List<Field<?>> ADDED =
      List.of(
          POOL_NUMBER.E164,
          POOL_NUMBER.COUNTRY,
          POOL_NUMBER.TYPE,
          POOL_NUMBER.STATE,
          POOL_NUMBER.CITY,
          POOL_NUMBER.CITY_KEY,
          POOL_NUMBER.RESTS_UNTIL,
          POOL_NUMBER.ADDED_AT);

  /** Selects its values: of rows of values, PostgreSQL's driver does not say which were added. */
  private static final Command ADD =
      Command.of(sql ->
          sql.insertInto(POOL_NUMBER, ADDED)
              .select(sql.select(ADDED.stream().map(Parameter::slot).toList()))
              .onConflictDoNothing());

  private static final Query<PoolRow> PRESENT =
      Query.of(sql -> sql.selectFrom(POOL_NUMBER).where(among(POOL_NUMBER.E164)), PoolStore::read);

  private static final Query<PoolRow> PAGE =
      Query.of(
          sql -> sql.selectFrom(POOL_NUMBER).where(BEHIND).orderBy(POOL_NUMBER.E164).limit(limit()),
          PoolStore::read);

  /** A number of the pool, and whether it can be had. */
  private record PoolRow(
      NumberPool.PoolNumber entry, @Nullable String takenBy, Instant restsUntil) {

    NumberPool.Listed listed(Instant now) {
      return new NumberPool.Listed(
          entry,
          takenBy != null
              ? NumberPool.State.TAKEN
              : restsUntil.isAfter(now) ? NumberPool.State.RESTING : NumberPool.State.FREE);
    }
  }

  private static Query<String> any(Condition which) {
    return Query.of(
        sql -> sql.select(POOL_NUMBER.E164).from(POOL_NUMBER).where(which).limit(inline(1)),
        row -> row.get(POOL_NUMBER.E164));
  }

  private static Command take(Condition which) {
    return Command.of(sql ->
        sql.update(POOL_NUMBER)
            .set(POOL_NUMBER.TAKEN_BY, slot(POOL_NUMBER.TAKEN_BY))
            .where(ONE)
            .and(which));
  }

  static String cityKey(String city) {
    return city.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether the number is that tenure's now, be it since before.
   *
   * @param quarantine how long a number rests
   */
  boolean take(Transaction transaction, E164 e164, String reference, Duration quarantine) {
    Argument tenure = tenure(e164, reference);
    return TAKE.run(transaction, tenure, FreeNumberStore.rest(transaction, quarantine)) == 1
        || TAKEN_BY.exists(transaction, tenure);
  }

  /** Lets go of the number if it is that tenure's. */
  void free(Transaction transaction, E164 e164, String reference, Instant restsUntil) {
    RELEASE.run(
        transaction, tenure(e164, reference), Argument.of(POOL_NUMBER.RESTS_UNTIL, restsUntil));
  }

  /** Like {@link #take}, but a number that rests is no obstacle. */
  boolean claim(Transaction transaction, E164 e164, String reference) {
    return CLAIM.run(transaction, tenure(e164, reference)) == 1;
  }

  private static Argument tenure(E164 e164, String reference) {
    return Argument.all(
        Argument.of(POOL_NUMBER.E164, e164.text()), Argument.of(POOL_NUMBER.TAKEN_BY, reference));
  }

  boolean isEmpty(Transaction transaction) {
    return !ANY.exists(transaction);
  }

  /** Adds those that are not there yet, in one batch; says how many it added. */
  int add(Transaction transaction, List<NumberPool.PoolNumber> entries) {
    Instant now = transaction.now();
    return ADD.runAll(
        transaction,
        entries.stream()
            .map(each ->
                Argument.all(
                    Argument.of(POOL_NUMBER.E164, each.e164().text()),
                    Argument.of(POOL_NUMBER.COUNTRY, each.country()),
                    Argument.of(POOL_NUMBER.TYPE, each.type().value()),
                    Argument.of(POOL_NUMBER.STATE, each.state()),
                    Argument.of(POOL_NUMBER.CITY, each.city()),
                    Argument.of(
                        POOL_NUMBER.CITY_KEY, each.city() == null ? null : cityKey(each.city())),
                    Argument.of(POOL_NUMBER.RESTS_UNTIL, Instant.EPOCH),
                    Argument.of(POOL_NUMBER.ADDED_AT, now)))
            .toList());
  }

  /** Those of the numbers that the pool has, as it has them. */
  Map<E164, NumberPool.PoolNumber> present(Transaction transaction, List<E164> numbers) {
    return PRESENT.list(transaction, Argument.among(POOL_NUMBER.E164, E164.texts(numbers))).stream()
        .map(PoolRow::entry)
        .collect(Collectors.toMap(NumberPool.PoolNumber::e164, Function.identity()));
  }

  private static PoolRow read(Row row) {
    return new PoolRow(
        new NumberPool.PoolNumber(
            new E164(row.get(POOL_NUMBER.E164)),
            row.get(POOL_NUMBER.COUNTRY),
            Objects.requireNonNull(PhoneNumberType.fromValue(row.get(POOL_NUMBER.TYPE))),
            row.get(POOL_NUMBER.CITY),
            row.get(POOL_NUMBER.STATE)),
        row.get(POOL_NUMBER.TAKEN_BY),
        row.get(POOL_NUMBER.RESTS_UNTIL));
  }

  List<NumberPool.Listed> list(Transaction transaction, String after, int limit) {
    Instant now = transaction.now();
    return PAGE.list(transaction, AFTER.is(after), Argument.limit(limit)).stream()
        .map(row -> row.listed(now))
        .toList();
  }
}
