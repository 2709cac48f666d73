package org.carillon.server.inventory.search;

import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectDistinct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

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

  private final ScanLimit scanLimit;

  SearchStore(ScanLimit scanLimit) {
    this.scanLimit = scanLimit;
  }

  /** The numbers of one page. */
  Slice<Match, InventoryCursor> page(
      OperationContext context, InventoryQuery wanted, InventoryCursor after, int size) {
    List<SortSegmentSql> stretches = InventoryOrderSql.stretches(wanted);
    return InventoryFilterSql.narrowest(context, wanted, scanLimit.sortable())
        .map(keys ->
            Slice.of(
                fetched(context, wanted, stretches, keys, after, size + 1), size, Match::cursor))
        .orElseGet(() -> walked(context, wanted, stretches, after, size));
  }

  /** The rows of numbers with those keys, each once. */
  static Table<?> rows(OperationContext context, Select<Record1<Long>> keys) {
    Table<?> few =
        selectDistinct(keys.asTable("found").fields()).from(keys.asTable("found")).asTable("few");
    return few.join(PHONE_NUMBER)
        .on(PHONE_NUMBER.NUMBER_ID.eq(few.field(PHONE_NUMBER.NUMBER_ID)))
        .and(PHONE_NUMBER.ORGANIZATION_ID.eq(context.organizationId()));
  }

  private static List<Match> fetched(
      OperationContext context,
      InventoryQuery wanted,
      List<SortSegmentSql> stretches,
      Select<Record1<Long>> keys,
      InventoryCursor after,
      int limit) {
    Condition behind = stretches.get(after.stretch()).behind(after.values(), wanted.ascending());
    Condition left = stretches.get(after.stretch()).common().and(behind);
    CaseConditionStep<Integer> which = case_().when(stretches.getFirst().common(), inline(0));
    for (int i = 1; i < stretches.size(); i++) {
      which = which.when(stretches.get(i).common(), inline(i));
      left = i > after.stretch() ? left.or(stretches.get(i).common()) : left;
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
    return context
        .transaction()
        .sql()
        .select(columns)
        .from(rows(context, keys))
        .where(NumberSql.inInventory(context))
        .and(InventoryFilterSql.matches(context, wanted))
        .and(left)
        .orderBy(order)
        .limit(limit)
        .fetch(row -> match(row, stretches, row.get(stretch)));
  }

  private static Match match(Record row, List<SortSegmentSql> stretches, int stretch) {
    return new Match(
        new NumberKey(row.get(PHONE_NUMBER.NUMBER_ID)),
        new InventoryCursor(stretch, stretches.get(stretch).values(row)));
  }

  private Slice<Match, InventoryCursor> walked(
      OperationContext context,
      InventoryQuery wanted,
      List<SortSegmentSql> stretches,
      InventoryCursor after,
      int size) {
    List<Match> matches = new ArrayList<>();
    int limit = size + 1;
    InventoryCursor cursor = after;
    for (int window : windows(wanted)) {
      int looked = 0;
      while (looked < window) {
        Walk walk =
            new Walk(context, wanted, stretches, cursor, window - looked, limit - matches.size());
        matches.addAll(walk.matches());
        if (matches.size() == limit) {
          return Slice.of(matches, size, Match::cursor);
        }
        Walk.End end = walk.end();
        looked += end.rows();
        if (end.last() != null) {
          cursor = end.last();
        } else if (cursor.stretch() + 1 < stretches.size()) {
          cursor = new InventoryCursor(cursor.stretch() + 1, List.of());
        } else {
          return Slice.last(matches);
        }
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

  /** A look at the next rows of one stretch. */
  private record Walk(
      OperationContext context,
      InventoryQuery wanted,
      List<SortSegmentSql> stretches,
      InventoryCursor after,
      int window,
      int limit) {

    /**
     * The end of one read.
     *
     * @param last the last row looked at; null when it was the last of the stretch
     */
    record End(int rows, @Nullable InventoryCursor last) {}

    private SortSegmentSql stretch() {
      return stretches.get(after.stretch());
    }

    private Select<?> rows(List<? extends SelectField<?>> columns) {
      return context
          .transaction()
          .sql()
          .select(columns)
          .from(PHONE_NUMBER)
          .where(NumberSql.inInventory(context))
          .and(stretch().range(after.values(), wanted.ascending()))
          .orderBy(stretch().indexOrder(wanted.ascending()))
          .limit(window);
    }

    private List<Match> matches() {
      List<Field<?>> all = covered(wanted) ? COVERED : List.of(PHONE_NUMBER.fields());
      return context
          .transaction()
          .sql()
          .select(stretch().columns())
          .select(PHONE_NUMBER.NUMBER_ID)
          .from(rows(all).asTable(PHONE_NUMBER))
          .where(InventoryFilterSql.matches(context, wanted))
          .and(stretch().further())
          .orderBy(stretch().indexOrder(wanted.ascending()))
          .limit(limit)
          .fetch(row -> match(row, stretches, after.stretch()));
    }

    private End end() {
      Field<Integer> rows = count().over().as(name("rows"));
      Optional<End> end =
          context
              .transaction()
              .sql()
              .select(stretch().columns())
              .select(rows)
              .from(rows(stretch().columns()).asTable(PHONE_NUMBER))
              .orderBy(stretch().order(!wanted.ascending()))
              .limit(1)
              .fetchOptional(row ->
                  new End(
                      row.get(rows),
                      row.get(rows) < window
                          ? null
                          : new InventoryCursor(after.stretch(), stretch().values(row))));
      return end.orElse(new End(0, null));
    }
  }
}
