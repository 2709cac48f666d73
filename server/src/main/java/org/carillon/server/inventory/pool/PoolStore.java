package org.carillon.server.inventory.pool;

import static org.carillon.platform.db.schema.Tables.POOL_NUMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.PoolNumberRecord;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** Reads and changes the rows of the operator's own pool. */
final class PoolStore {

  // Eight values a row; far below the limit of 32,766 values a statement that SQLite has.
  private static final int ROWS = 200;

  /** The largest difference between the clocks of two nodes. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /**
   * Finds free numbers.
   *
   * @param quarantine how long a number rests
   */
  List<String> search(Transaction transaction, NumberSearch search, Duration quarantine) {
    List<PhoneNumberType> types =
        search.type() == null ? List.of(PhoneNumberType.values()) : List.of(search.type());
    List<String> found = new ArrayList<>();
    for (PhoneNumberType type : types) {
      found.addAll(search(transaction, search, quarantine, type));
    }
    return found.stream().sorted().limit(search.limit()).toList();
  }

  private static List<String> search(
      Transaction transaction, NumberSearch search, Duration quarantine, PhoneNumberType type) {
    return search.tollFreePrefix() != null && type != PhoneNumberType.TOLL_FREE
        ? List.of()
        : query(transaction, search, quarantine, type).fetch(POOL_NUMBER.E164);
  }

  /** One type a query, so that an index gives the rows in the order of the page. */
  static Select<Record1<String>> query(
      Transaction transaction, NumberSearch search, Duration quarantine, PhoneNumberType type) {
    return transaction
        .sql()
        .select(POOL_NUMBER.E164)
        .from(POOL_NUMBER)
        .where(matches(search, type))
        .and(hasRested(transaction.now(), quarantine))
        .orderBy(POOL_NUMBER.E164)
        .limit(search.limit());
  }

  /** A look at the index for each country and type there is, rather than at every number. */
  Map<String, List<PhoneNumberType>> offers(Transaction transaction) {
    Map<String, List<PhoneNumberType>> offers = new LinkedHashMap<>();
    String country = nextCountry(transaction, "");
    while (country != null) {
      String here = country;
      List<PhoneNumberType> types =
          Arrays.stream(PhoneNumberType.values())
              .filter(type -> isOffered(transaction, here, type))
              .toList();
      offers.put(here, types);
      country = nextCountry(transaction, here);
    }
    return offers;
  }

  private static @Nullable String nextCountry(Transaction transaction, String after) {
    return transaction
        .sql()
        .select(POOL_NUMBER.COUNTRY)
        .from(POOL_NUMBER)
        .where(POOL_NUMBER.TAKEN_BY.isNull())
        .and(POOL_NUMBER.COUNTRY.gt(after))
        .orderBy(POOL_NUMBER.COUNTRY)
        .limit(1)
        .fetchOne(POOL_NUMBER.COUNTRY);
  }

  private static boolean isOffered(Transaction transaction, String country, PhoneNumberType type) {
    return transaction
        .sql()
        .fetchExists(
            POOL_NUMBER,
            POOL_NUMBER
                .TAKEN_BY
                .isNull()
                .and(POOL_NUMBER.COUNTRY.eq(country))
                .and(POOL_NUMBER.TYPE.eq(type.value())));
  }

  private static Condition matches(NumberSearch search, PhoneNumberType type) {
    Condition matches =
        POOL_NUMBER
            .TAKEN_BY
            .isNull()
            .and(POOL_NUMBER.COUNTRY.eq(search.country().toUpperCase(Locale.ROOT)))
            .and(POOL_NUMBER.TYPE.eq(type.value()));
    if (search.state() != null) {
      matches = matches.and(POOL_NUMBER.STATE.eq(search.state().toUpperCase(Locale.ROOT)));
    }
    if (search.city() != null) {
      matches = matches.and(POOL_NUMBER.CITY_KEY.eq(cityKey(search.city())));
    }
    // Both codes are three digits after +1 and seven before the end, so that the order of the
    // numbers serves them, in every collation.
    matches = startsWith(matches, search.areaCode());
    matches = startsWith(matches, search.tollFreePrefix());
    if (search.after() != null) {
      matches = matches.and(POOL_NUMBER.E164.gt(search.after()));
    }
    return matches;
  }

  private static Condition startsWith(Condition matches, @Nullable String code) {
    return code == null
        ? matches
        : matches.and(POOL_NUMBER.E164.between("+1" + code + "0000000", "+1" + code + "9999999"));
  }

  static String cityKey(String city) {
    return city.strip().toLowerCase(Locale.ROOT);
  }

  /** A rest that ends later than one that begins now was begun by a clock that was ahead. */
  private static Condition hasRested(Instant now, Duration quarantine) {
    Instant latest = now.plus(quarantine).plus(SKEW);
    return POOL_NUMBER.RESTS_UNTIL.le(now).or(POOL_NUMBER.RESTS_UNTIL.gt(latest));
  }

  /**
   * Returns whether the number is that tenure's now, be it since before.
   *
   * @param quarantine how long a number rests
   */
  boolean take(Transaction transaction, E164 e164, String reference, Duration quarantine) {
    int taken =
        transaction
            .sql()
            .update(POOL_NUMBER)
            .set(POOL_NUMBER.TAKEN_BY, reference)
            .where(POOL_NUMBER.E164.eq(e164.text()))
            .and(POOL_NUMBER.TAKEN_BY.isNull())
            .and(hasRested(transaction.now(), quarantine))
            .execute();
    return taken == 1
        || transaction
            .sql()
            .fetchExists(
                POOL_NUMBER,
                POOL_NUMBER.E164.eq(e164.text()).and(POOL_NUMBER.TAKEN_BY.eq(reference)));
  }

  /** Lets go of the number if it is that tenure's. */
  void free(Transaction transaction, E164 e164, String reference, Instant restsUntil) {
    transaction
        .sql()
        .update(POOL_NUMBER)
        .setNull(POOL_NUMBER.TAKEN_BY)
        .set(POOL_NUMBER.RESTS_UNTIL, restsUntil)
        .where(POOL_NUMBER.E164.eq(e164.text()))
        .and(POOL_NUMBER.TAKEN_BY.eq(reference))
        .execute();
  }

  /** Like {@link #take}, but a number that rests is no obstacle. */
  boolean claim(Transaction transaction, E164 e164, String reference) {
    return transaction
            .sql()
            .update(POOL_NUMBER)
            .set(POOL_NUMBER.TAKEN_BY, reference)
            .where(POOL_NUMBER.E164.eq(e164.text()))
            .and(POOL_NUMBER.TAKEN_BY.isNull().or(POOL_NUMBER.TAKEN_BY.eq(reference)))
            .execute()
        == 1;
  }

  boolean isEmpty(Transaction transaction) {
    return transaction.sql().select(POOL_NUMBER.E164).from(POOL_NUMBER).limit(1).fetch().isEmpty();
  }

  /** Adds those that are not there yet, in statements of many rows; says how many it added. */
  int add(Transaction transaction, List<NumberPool.PoolNumber> entries) {
    int added = 0;
    for (int from = 0; from < entries.size(); from += ROWS) {
      var insert =
          transaction
              .sql()
              .insertInto(
                  POOL_NUMBER,
                  POOL_NUMBER.E164,
                  POOL_NUMBER.COUNTRY,
                  POOL_NUMBER.TYPE,
                  POOL_NUMBER.STATE,
                  POOL_NUMBER.CITY,
                  POOL_NUMBER.CITY_KEY,
                  POOL_NUMBER.RESTS_UNTIL,
                  POOL_NUMBER.ADDED_AT);
      for (NumberPool.PoolNumber each :
          entries.subList(from, Math.min(from + ROWS, entries.size()))) {
        insert =
            insert.values(
                each.e164().text(),
                each.country(),
                each.type().value(),
                each.state(),
                each.city(),
                each.city() == null ? null : cityKey(each.city()),
                Instant.EPOCH,
                transaction.now());
      }
      added += insert.onConflictDoNothing().execute();
    }
    return added;
  }

  /** Those of the numbers that the pool has, as it has them. */
  Map<E164, NumberPool.PoolNumber> present(Transaction transaction, List<E164> numbers) {
    Map<E164, NumberPool.PoolNumber> present = new HashMap<>();
    for (int from = 0; from < numbers.size(); from += ROWS) {
      transaction
          .sql()
          .selectFrom(POOL_NUMBER)
          .where(
              POOL_NUMBER.E164.in(
                  E164.texts(numbers.subList(from, Math.min(from + ROWS, numbers.size())))))
          .forEach(row -> present.put(new E164(row.getE164()), entry(row)));
    }
    return present;
  }

  private static NumberPool.PoolNumber entry(PoolNumberRecord row) {
    return new NumberPool.PoolNumber(
        new E164(row.getE164()),
        row.getCountry(),
        Objects.requireNonNull(PhoneNumberType.fromValue(row.getType())),
        row.getCity(),
        row.getState());
  }

  List<NumberPool.Listed> list(Transaction transaction, String after, int limit) {
    Instant now = transaction.now();
    return transaction
        .sql()
        .selectFrom(POOL_NUMBER)
        .where(POOL_NUMBER.E164.gt(after))
        .orderBy(POOL_NUMBER.E164)
        .limit(limit)
        .fetch(row ->
            new NumberPool.Listed(
                entry(row),
                row.getTakenBy() != null
                    ? NumberPool.State.TAKEN
                    : row.getRestsUntil().isAfter(now)
                        ? NumberPool.State.RESTING
                        : NumberPool.State.FREE));
  }
}
