package org.carillon.server.inventory.search;

import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.stream.IntStream;
import org.carillon.api.model.InventoryCount;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Shaped;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.Field;
import org.jooq.Table;

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

  /** By name: jOOQ takes two counts with different filters for equal. */
  private static final List<Field<Integer>> COUNTS =
      STATUSES.stream()
          .map(each -> count().filterWhere(NumberSql.status(each)).as(name(each.name())))
          .toList();

  private static final Shaped<Few, Query<List<InventoryCount>>> OF_FEW =
      new Shaped<>(CountStore::few);
  private static final Shaped<InStatus, Query<Looked>> IN_STATUS =
      new Shaped<>(CountStore::inStatus);

  /** The numbers that one filter leaves, and the filters without their values. */
  private record Few(InventoryQuery filters, FilterKeysSql keys) {}

  /** The numbers in a status, and the filters without their values. */
  private record InStatus(InventoryQuery filters, PhoneNumberStatus status) {}

  /** How many rows match, of those that were looked at. */
  private record Looked(int matching, int rows) {}

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
    Argument values = InventoryFilterSql.values(context, any);
    Argument few = Argument.all(InventoryFilterSql.MOST.is(scanLimit.countable() + 1), values);
    return FilterKeysSql.narrowest(context, any, few, scanLimit.countable())
        .map(keys -> OF_FEW.of(new Few(any.shape(), keys)).get(context.transaction(), few))
        .orElseGet(() -> STATUSES.stream().map(each -> upTo(context, any, values, each)).toList());
  }

  private static Query<List<InventoryCount>> few(Few few) {
    return Query.of(
        sql ->
            sql.select(COUNTS)
                .from(few.keys().rows())
                .where(NumberSql.inOwnInventory())
                .and(InventoryFilterSql.matchesInAnyStatus(few.filters())),
        row ->
            IntStream.range(0, STATUSES.size())
                .mapToObj(i -> counted(STATUSES.get(i), row.get(COUNTS.get(i)), true))
                .toList());
  }

  private InventoryCount upTo(
      OperationContext context, InventoryQuery wanted, Argument values, PhoneNumberStatus status) {
    int window = wanted.covered() ? scanLimit.countedCovered() : scanLimit.countedFetched();
    Looked looked =
        IN_STATUS
            .of(new InStatus(wanted.shape(), status))
            .get(context.transaction(), InventoryFilterSql.MOST.is(window), values);
    return counted(status, looked.matching(), looked.rows() < window);
  }

  private static Query<Looked> inStatus(InStatus shape) {
    InventoryQuery wanted = shape.filters();
    Table<?> looked =
        select(wanted.covered() ? SearchStore.COVERED : List.of(PHONE_NUMBER.fields()))
            .from(PHONE_NUMBER)
            .where(NumberSql.inOwnInventory())
            .and(NumberSql.phase(shape.status()))
            .orderBy(PHONE_NUMBER.E164)
            .limit(InventoryFilterSql.MOST.slot())
            .asTable(PHONE_NUMBER);
    Field<Integer> matching =
        count()
            .filterWhere(
                InventoryFilterSql.matchesInAnyStatus(wanted).and(NumberSql.status(shape.status())))
            .as(name("matching"));
    Field<Integer> rows = count().as(name("rows"));
    return Query.of(
        sql -> sql.select(matching, rows).from(looked),
        row -> new Looked(row.get(matching), row.get(rows)));
  }

  private static InventoryCount counted(PhoneNumberStatus status, int found, boolean all) {
    return new InventoryCount(status, Math.min(found, EXACT), all && found <= EXACT);
  }
}
