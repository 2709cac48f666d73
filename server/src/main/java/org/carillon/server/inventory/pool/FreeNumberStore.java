package org.carillon.server.inventory.pool;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.POOL_NUMBER;
import static org.jooq.impl.DSL.inline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Filter;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;

/** Finds the free numbers of the operator's own pool. */
final class FreeNumberStore {

  /** The largest difference between the clocks of two nodes. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final Parameter<String> AFTER = Parameter.of(POOL_NUMBER.E164);
  private static final Parameter<Instant> NOW = Parameter.of(POOL_NUMBER.RESTS_UNTIL);
  private static final Parameter<Instant> LATEST = Parameter.of(POOL_NUMBER.RESTS_UNTIL);

  /** The condition that no tenure has a number. */
  static final Condition FREE = POOL_NUMBER.TAKEN_BY.isNull();

  /**
   * The condition that a number has rested. A rest that ends later than one that begins now was
   * begun by a clock that was ahead.
   */
  static final Condition HAS_RESTED =
      POOL_NUMBER.RESTS_UNTIL.le(NOW.slot()).or(POOL_NUMBER.RESTS_UNTIL.gt(LATEST.slot()));

  private static final Condition IN_STATE = given(POOL_NUMBER.STATE);
  private static final Condition IN_CITY = given(POOL_NUMBER.CITY_KEY);
  private static final Condition BEHIND = POOL_NUMBER.E164.gt(AFTER.slot());
  private static final CodeRange AREA = CodeRange.of();
  private static final CodeRange TOLL_FREE = CodeRange.of();

  private static final Query<String> SEARCH =
      Query.filtered(
          (sql, filter) ->
              sql.select(POOL_NUMBER.E164)
                  .from(POOL_NUMBER)
                  .where(FREE)
                  .and(given(POOL_NUMBER.COUNTRY))
                  .and(given(POOL_NUMBER.TYPE))
                  .and(filter)
                  .and(HAS_RESTED)
                  .orderBy(POOL_NUMBER.E164)
                  .limit(limit()),
          row -> row.get(POOL_NUMBER.E164));

  private static final Query<String> NEXT_COUNTRY =
      Query.of(
          sql ->
              sql.select(POOL_NUMBER.COUNTRY)
                  .from(POOL_NUMBER)
                  .where(FREE)
                  .and(POOL_NUMBER.COUNTRY.gt(slot(POOL_NUMBER.COUNTRY)))
                  .orderBy(POOL_NUMBER.COUNTRY)
                  .limit(inline(1)),
          row -> row.get(POOL_NUMBER.COUNTRY));

  private static final Query<String> OFFERED =
      Query.of(
          sql ->
              sql.select(POOL_NUMBER.COUNTRY)
                  .from(POOL_NUMBER)
                  .where(FREE)
                  .and(given(POOL_NUMBER.COUNTRY))
                  .and(given(POOL_NUMBER.TYPE))
                  .limit(inline(1)),
          row -> row.get(POOL_NUMBER.COUNTRY));

  /**
   * The numbers with a code, which is three digits after +1 and seven before the end, so that the
   * order of the numbers serves them, in every collation.
   */
  private record CodeRange(Parameter<String> first, Parameter<String> last, Condition within) {

    static CodeRange of() {
      Parameter<String> first = Parameter.of(POOL_NUMBER.E164);
      Parameter<String> last = Parameter.of(POOL_NUMBER.E164);
      return new CodeRange(first, last, POOL_NUMBER.E164.between(first.slot(), last.slot()));
    }

    Filter of(String code) {
      return Filter.of(within, first.is("+1" + code + "0000000"), last.is("+1" + code + "9999999"));
    }
  }

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
      if (search.tollFreePrefix() == null || type == PhoneNumberType.TOLL_FREE) {
        found.addAll(search(transaction, search, quarantine, type));
      }
    }
    return found.stream().sorted().limit(search.limit()).toList();
  }

  /** One type a query, so that an index gives the rows in the order of the page. */
  static List<String> search(
      Transaction transaction, NumberSearch search, Duration quarantine, PhoneNumberType type) {
    return SEARCH.list(
        transaction,
        filter(search),
        Argument.of(POOL_NUMBER.COUNTRY, search.country().toUpperCase(Locale.ROOT)),
        Argument.of(POOL_NUMBER.TYPE, type.value()),
        rest(transaction, quarantine),
        Argument.limit(search.limit()));
  }

  /** Returns the values of {@link #HAS_RESTED}. */
  static Argument rest(Transaction transaction, Duration quarantine) {
    Instant now = transaction.now();
    return Argument.all(NOW.is(now), LATEST.is(now.plus(quarantine).plus(SKEW)));
  }

  private static Filter filter(NumberSearch search) {
    Filter filter = Filter.NONE;
    if (search.state() != null) {
      String state = search.state().toUpperCase(Locale.ROOT);
      filter = filter.and(IN_STATE, Argument.of(POOL_NUMBER.STATE, state));
    }
    if (search.city() != null) {
      filter =
          filter.and(IN_CITY, Argument.of(POOL_NUMBER.CITY_KEY, PoolStore.cityKey(search.city())));
    }
    if (search.areaCode() != null) {
      filter = filter.and(AREA.of(search.areaCode()));
    }
    if (search.tollFreePrefix() != null) {
      filter = filter.and(TOLL_FREE.of(search.tollFreePrefix()));
    }
    return search.after() == null ? filter : filter.and(BEHIND, AFTER.is(search.after()));
  }

  /** A look at the index for each country and type there is, rather than at every number. */
  Map<String, List<PhoneNumberType>> offers(Transaction transaction) {
    Map<String, List<PhoneNumberType>> offers = new LinkedHashMap<>();
    Optional<String> country = nextCountry(transaction, "");
    while (country.isPresent()) {
      String here = country.get();
      List<PhoneNumberType> types =
          Arrays.stream(PhoneNumberType.values())
              .filter(type -> isOffered(transaction, here, type))
              .toList();
      offers.put(here, types);
      country = nextCountry(transaction, here);
    }
    return offers;
  }

  private static Optional<String> nextCountry(Transaction transaction, String after) {
    return NEXT_COUNTRY.find(transaction, Argument.of(POOL_NUMBER.COUNTRY, after));
  }

  private static boolean isOffered(Transaction transaction, String country, PhoneNumberType type) {
    return OFFERED.exists(
        transaction,
        Argument.of(POOL_NUMBER.COUNTRY, country),
        Argument.of(POOL_NUMBER.TYPE, type.value()));
  }
}
