package org.carillon.server.inventory.search;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.server.inventory.numbers.NumberSql;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Divides a sorted list into segments, each of them one range of an index: one segment for each
 * value of a column with few values, otherwise the numbers with a value and then those without. It
 * leaves out segments without a possible match.
 */
final class InventoryOrderSql {

  /**
   * The statuses of a search without a filter by status: all in which a number is the
   * organization's.
   */
  private static final Set<PhoneNumberStatus> SHOWN =
      Set.of(
          PhoneNumberStatus.ACQUIRE_IN_PROGRESS,
          PhoneNumberStatus.ACQUIRE_FAILED,
          PhoneNumberStatus.UNASSIGNED,
          PhoneNumberStatus.ASSIGNED,
          PhoneNumberStatus.DELETE_IN_PROGRESS);

  private InventoryOrderSql() {}

  /** The stretches of the list from its beginning, which differ with the filters. */
  static List<SortSegmentSql> stretches(InventoryQuery wanted) {
    List<SortSegmentSql> found = new ArrayList<>(ascending(wanted));
    return wanted.ascending() ? found : found.reversed();
  }

  private static List<SortSegmentSql> ascending(InventoryQuery wanted) {
    return switch (wanted.column()) {
      case NUMBER -> List.of(byNumber(number(wanted), noCondition()));
      case CREATED ->
          List.of(
              new SortSegmentSql(
                  noCondition(), noCondition(), noCondition(), PHONE_NUMBER.NUMBER_ID));
      case UPDATED -> List.of(some(PHONE_NUMBER.CHANGED_AT, Instant.EPOCH));
      case STATUS ->
          sorted(PhoneNumberStatus.values(), wanted.status())
              .filter(each -> wanted.status() != null || SHOWN.contains(each))
              .map(each -> byNumber(NumberSql.phase(each), NumberSql.status(each)))
              .toList();
      case PRODUCT_TYPE ->
          sorted(PhoneNumberProductType.values(), wanted.productType())
              .map(each -> PHONE_NUMBER.PRODUCT_TYPE.eq(inline(each.value())))
              .map(each -> byNumber(each, noCondition()))
              .toList();
      case TYPE ->
          Stream.concat(
                  sorted(PhoneNumberType.values(), wanted.type())
                      .map(each ->
                          byNumber(PHONE_NUMBER.TYPE.eq(inline(each.value())), noCondition())),
                  Stream.of(none(PHONE_NUMBER.TYPE)).filter(_ -> wanted.type() == null))
              .toList();
      case COUNTRY ->
          wanted.country() == null
              ? List.of(some(PHONE_NUMBER.COUNTRY, ""), none(PHONE_NUMBER.COUNTRY))
              : List.of(byNumber(given(PHONE_NUMBER.COUNTRY), noCondition()));
      case HOLDER_NAME -> held(wanted, some(PHONE_NUMBER.HOLDER_KEY, ""), PHONE_NUMBER.HOLDER_KEY);
      case ASSIGNED ->
          held(
              wanted,
              new SortSegmentSql(
                  wanted.heldFrom() == null
                      ? atLeast(PHONE_NUMBER.HELD_SINCE, Instant.EPOCH)
                      : InventoryFilterSql.IS_HELD_FROM,
                  wanted.heldBefore() == null ? noCondition() : InventoryFilterSql.IS_HELD_BEFORE,
                  noCondition(),
                  PHONE_NUMBER.HELD_SINCE,
                  PHONE_NUMBER.E164),
              PHONE_NUMBER.HELD_SINCE);
      case LABEL ->
          Stream.of(some(PHONE_NUMBER.LABEL_KEY, ""), none(PHONE_NUMBER.LABEL_KEY))
              .limit(wanted.labelKey() == null ? 2 : 1)
              .toList();
    };
  }

  /** The index by status has numbers in their order, too. */
  private static Condition number(InventoryQuery wanted) {
    return wanted.status() == null ? noCondition() : NumberSql.phase(wanted.status());
  }

  private static List<SortSegmentSql> held(
      InventoryQuery wanted, SortSegmentSql some, Field<?> column) {
    if (wanted.held()) {
      return List.of(some);
    }
    return wanted.status() == null ? List.of(some, none(column)) : List.of(none(column));
  }

  /** The names of the choices in alphabetical order, or the one that the filter leaves. */
  private static <E extends Enum<E>> Stream<E> sorted(E[] choices, @Nullable E wanted) {
    return Arrays.stream(choices)
        .filter(each -> wanted == null || each == wanted)
        .sorted((a, b) -> a.name().compareTo(b.name()));
  }

  /** Walked from the least value on: SQLite would otherwise pass over rows without a value. */
  private static <T> SortSegmentSql some(Field<T> column, T least) {
    return new SortSegmentSql(
        atLeast(column, least), noCondition(), noCondition(), column, PHONE_NUMBER.E164);
  }

  private static <T> Condition atLeast(Field<T> column, T least) {
    return column.ge(inline(least, column));
  }

  private static SortSegmentSql none(Field<?> column) {
    return new SortSegmentSql(
        noCondition(), column.isNull(), noCondition(), List.of(column), List.of(PHONE_NUMBER.E164));
  }

  private static SortSegmentSql byNumber(Condition within, Condition further) {
    return new SortSegmentSql(noCondition(), within, further, PHONE_NUMBER.E164);
  }

  /** Returns whether walking looks at an index alone when the filters do. */
  static boolean covered(InventoryColumn column) {
    return column == InventoryColumn.NUMBER || column == InventoryColumn.STATUS;
  }
}
