package org.carillon.server.inventory.search;

import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.Shaped;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.Table;

/**
 * Finds the keys of the numbers of one page. If one filter leaves only a few numbers, it fetches
 * and sorts them. Otherwise it walks the list in its order, up to a limit of rows, and the matches
 * are the page.
 */
final class SearchStore {

  /** The columns of the covering indexes. */
  static final List<Field<?>> COVERED =
      List.of(
          PHONE_NUMBER.NUMBER_ID,
          PHONE_NUMBER.E164,
          PHONE_NUMBER.PHASE,
          PHONE_NUMBER.ASSIGNED,
          PHONE_NUMBER.PRODUCT_TYPE,
          PHONE_NUMBER.TYPE,
          PHONE_NUMBER.COUNTRY,
          PHONE_NUMBER.HOLDER_KIND,
          PHONE_NUMBER.LEAVES_AT,
          PHONE_NUMBER.RELEASE_FAILED_AT);

  /** A number that was found, and the place behind it. */
  record Match(NumberKey numberId, InventoryCursor cursor) {}

  /**
   * The place of a page in a list, as far as its statements depend on it.
   *
   * @param filters without their values
   * @param begun whether the page begins behind a row of its stretch
   */
  private record Look(InventoryQuery filters, int stretch, boolean begun) {

    static Look of(InventoryQuery wanted, InventoryCursor after) {
      return new Look(wanted.shape(), after.stretch(), !after.values().isEmpty());
    }

    List<SortSegmentSql> stretches() {
      return STRETCHES.of(filters);
    }

    SortSegmentSql segment() {
      return stretches().get(stretch);
    }

    Match match(Row row, int stretch) {
      return new Match(
          new NumberKey(row.get(PHONE_NUMBER.NUMBER_ID)),
          new InventoryCursor(stretch, stretches().get(stretch).values(row)));
    }
  }

  private record Fetch(Look look, FilterKeysSql keys) {}

  /** The rows of one look of a walk, and the place behind the last of them. */
  private record Looked(int rows, InventoryCursor last) {}

  private static final Shaped<InventoryQuery, List<SortSegmentSql>> STRETCHES =
      new Shaped<>(InventoryOrderSql::stretches);
  private static final Shaped<Fetch, Query<Match>> FETCHED = new Shaped<>(SearchStore::fetched);
  private static final Shaped<Look, Query<Match>> MATCHES = new Shaped<>(SearchStore::matches);
  private static final Shaped<Look, Query<Looked>> ENDS = new Shaped<>(SearchStore::ends);

  private final ScanLimit scanLimit;

  SearchStore(ScanLimit scanLimit) {
    this.scanLimit = scanLimit;
  }

  /** The numbers of one page. */
  Slice<Match, InventoryCursor> page(
      OperationContext context, InventoryQuery wanted, InventoryCursor after, int size) {
    Argument values = InventoryFilterSql.values(context, wanted);
    Argument few = Argument.all(InventoryFilterSql.MOST.is(scanLimit.sortable() + 1), values);
    return FilterKeysSql.narrowest(context, wanted, few, scanLimit.sortable())
        .map(keys -> fetched(context, wanted, keys, few, after, size))
        .orElseGet(() -> walked(context, wanted, values, after, size));
  }

  private static Slice<Match, InventoryCursor> fetched(
      OperationContext context,
      InventoryQuery wanted,
      FilterKeysSql keys,
      Argument values,
      InventoryCursor after,
      int size) {
    Look look = Look.of(wanted, after);
    List<Match> matches =
        FETCHED
            .of(new Fetch(look, keys))
            .list(
                context.transaction(),
                look.segment().bounds(after.values()),
                Argument.limit(size + 1),
                values);
    return Slice.of(matches, size, Match::cursor);
  }

  private static Query<Match> fetched(Fetch fetch) {
    Look look = fetch.look();
    InventoryQuery wanted = look.filters();
    List<SortSegmentSql> stretches = look.stretches();
    SortSegmentSql begun = look.segment();
    Condition left = begun.common().and(begun.behind(look.begun(), wanted.ascending()));
    CaseConditionStep<Integer> which = case_().when(stretches.getFirst().common(), inline(0));
    for (int i = 1; i < stretches.size(); i++) {
      which = which.when(stretches.get(i).common(), inline(i));
      left = i > look.stretch() ? left.or(stretches.get(i).common()) : left;
    }
    Field<Integer> stretch = which.as(name("stretch"));
    SortSegmentSql widest =
        stretches.stream()
            .max(Comparator.comparingInt(each -> each.columns().size()))
            .orElseThrow();
    List<SelectField<?>> columns = new ArrayList<>(widest.columns());
    columns.add(PHONE_NUMBER.NUMBER_ID);
    columns.add(PHONE_NUMBER.E164);
    columns.add(stretch);
    List<SortField<?>> order = new ArrayList<>(List.of(stretch.asc()));
    order.addAll(widest.order(wanted.ascending()));
    Condition rows = NumberSql.inOwnInventory().and(InventoryFilterSql.matches(wanted)).and(left);
    return Query.of(
        sql ->
            sql.select(columns).from(fetch.keys().rows()).where(rows).orderBy(order).limit(limit()),
        row -> look.match(row, row.get(stretch)));
  }

  private Slice<Match, InventoryCursor> walked(
      OperationContext context,
      InventoryQuery wanted,
      Argument values,
      InventoryCursor after,
      int size) {
    List<Match> matches = new ArrayList<>();
    int limit = size + 1;
    InventoryCursor cursor = after;
    for (int window : windows(wanted)) {
      int left = window;
      while (left > 0) {
        Look look = Look.of(wanted, cursor);
        Argument place =
            Argument.all(
                look.segment().bounds(cursor.values()), InventoryFilterSql.MOST.is(left), values);
        matches.addAll(
            MATCHES
                .of(look)
                .list(context.transaction(), place, Argument.limit(limit - matches.size())));
        if (matches.size() == limit) {
          return Slice.of(matches, size, Match::cursor);
        }
        Optional<Looked> looked = ENDS.of(look).find(context.transaction(), place);
        int rows = looked.map(Looked::rows).orElse(0);
        if (looked.isPresent() && rows == left) {
          cursor = looked.get().last();
        } else if (cursor.stretch() + 1 < look.stretches().size()) {
          cursor = new InventoryCursor(cursor.stretch() + 1, List.of());
        } else {
          return Slice.last(matches);
        }
        left -= rows;
      }
    }
    return new Slice<>(matches, cursor);
  }

  private List<Integer> windows(InventoryQuery wanted) {
    return covered(wanted) ? scanLimit.coveredWindows() : scanLimit.fetchedWindows();
  }

  /** Returns whether an index has all columns that a walk reads. */
  private static boolean covered(InventoryQuery wanted) {
    return wanted.covered() && InventoryOrderSql.covered(wanted.column());
  }

  /** Selects the next rows of one stretch. */
  private static Table<?> rows(Look look, List<? extends SelectField<?>> columns) {
    boolean ascending = look.filters().ascending();
    return select(columns)
        .from(PHONE_NUMBER)
        .where(NumberSql.inOwnInventory())
        .and(look.segment().range(look.begun(), ascending))
        .orderBy(look.segment().indexOrder(ascending))
        .limit(InventoryFilterSql.MOST.slot())
        .asTable(PHONE_NUMBER);
  }

  private static Query<Match> matches(Look look) {
    InventoryQuery wanted = look.filters();
    SortSegmentSql segment = look.segment();
    Table<?> rows = rows(look, covered(wanted) ? COVERED : List.of(PHONE_NUMBER.fields()));
    Condition matches = InventoryFilterSql.matches(wanted).and(segment.further());
    return Query.of(
        sql ->
            sql.select(segment.columns())
                .select(PHONE_NUMBER.NUMBER_ID)
                .from(rows)
                .where(matches)
                .orderBy(segment.indexOrder(wanted.ascending()))
                .limit(limit()),
        row -> look.match(row, look.stretch()));
  }

  private static Query<Looked> ends(Look look) {
    SortSegmentSql segment = look.segment();
    Field<Integer> rows = count().over().as(name("rows"));
    return Query.of(
        sql ->
            sql.select(segment.columns())
                .select(rows)
                .from(rows(look, segment.columns()))
                .orderBy(segment.order(!look.filters().ascending()))
                .limit(inline(1)),
        row -> new Looked(row.get(rows), new InventoryCursor(look.stretch(), segment.values(row))));
  }
}
