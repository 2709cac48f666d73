package org.carillon.server.inventory.search;

import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.count;

import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.InventoryCount;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Counts by status what filters find. Where they are about columns, numbers are counted by their
 * facets; where another leaves not too many, all of these are counted; otherwise up to a number of
 * rows of each status is looked at.
 */
final class CountStore {

  /** The largest exact count. */
  static final int EXACT = 10_000;

  private static final List<PhoneNumberStatus> STATUSES =
      List.of(
          PhoneNumberStatus.ACQUIRE_IN_PROGRESS,
          PhoneNumberStatus.ACQUIRE_FAILED,
          PhoneNumberStatus.UNASSIGNED,
          PhoneNumberStatus.ASSIGNED,
          PhoneNumberStatus.DELETE_IN_PROGRESS,
          PhoneNumberStatus.RELEASE_IN_PROGRESS,
          PhoneNumberStatus.RELEASE_FAILED);

  private final ScanLimit scanLimit;

  CountStore(ScanLimit scanLimit) {
    this.scanLimit = scanLimit;
  }

  /** Returns the count of each status, without the filter by status. */
  List<InventoryCount> byStatus(OperationContext context, InventoryQuery wanted) {
    InventoryQuery any = wanted.inAnyStatus();
    if (any.isOfColumns()) {
      List<String> facets = StatusCountSql.of(context, any);
      return STATUSES.stream()
          .map(each -> {
            int found = StatusCountSql.count(context, any, facets, each, EXACT + 1);
            return counted(each, found, true);
          })
          .toList();
    }
    return InventoryFilterSql.narrowest(context, any, scanLimit.countable())
        .map(keys -> all(context, any, keys))
        .orElseGet(() -> STATUSES.stream().map(each -> upTo(context, any, each)).toList());
  }

  private static List<InventoryCount> all(
      OperationContext context, InventoryQuery wanted, Select<Record1<Long>> keys) {
    List<Field<Integer>> counts = new ArrayList<>();
    STATUSES.forEach(each -> counts.add(count().filterWhere(NumberSql.status(each, wanted.now()))));
    return context
        .transaction()
        .sql()
        .select(counts)
        .from(SearchStore.rows(context, keys))
        .where(NumberSql.inInventory(context))
        .and(InventoryFilterSql.matchesInAnyStatus(context, wanted))
        .fetchSingle(row ->
            STATUSES.stream()
                .map(each -> counted(each, row.get(STATUSES.indexOf(each), Integer.class), true))
                .toList());
  }

  private InventoryCount upTo(
      OperationContext context, InventoryQuery wanted, PhoneNumberStatus status) {
    Condition matches =
        InventoryFilterSql.matchesInAnyStatus(context, wanted)
            .and(NumberSql.status(status, wanted.now()));
    int window = wanted.covered() ? scanLimit.countedCovered() : scanLimit.countedFetched();
    Select<?> rows =
        context
            .transaction()
            .sql()
            .select(wanted.covered() ? SearchStore.COVERED : List.of(PHONE_NUMBER.fields()))
            .from(PHONE_NUMBER)
            .where(NumberSql.inInventory(context))
            .and(NumberSql.phase(status))
            .orderBy(PHONE_NUMBER.E164)
            .limit(window);
    return context
        .transaction()
        .sql()
        .select(count().filterWhere(matches), count())
        .from(rows.asTable(PHONE_NUMBER))
        .fetchSingle(row -> counted(status, row.value1(), row.value2() < window));
  }

  private static InventoryCount counted(PhoneNumberStatus status, int found, boolean all) {
    return new InventoryCount(status, Math.min(found, EXACT), all && found <= EXACT);
  }
}
