package org.carillon.server.inventory.search;

import static org.carillon.platform.db.Parameter.slot;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.MicrosConverter;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Row;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * The rows of one segment of a sorted list.
 *
 * @param floor from where an index has them on; nothing is looked at before it
 * @param within what all of them have in common beside that, as an index has it
 * @param further what they have in common beside that
 * @param empty the columns in which none has anything. An index has them before the others, and
 *     PostgreSQL does not see that their order is nothing new unless it is asked for
 * @param columns the columns of the order; the last one is unique
 */
record SortSegmentSql(
    Condition floor,
    Condition within,
    Condition further,
    List<Field<?>> empty,
    List<Field<?>> columns) {

  SortSegmentSql(Condition floor, Condition within, Condition further, Field<?>... columns) {
    this(floor, within, further, List.of(), List.of(columns));
  }

  /** Returns the condition of all rows of the segment. */
  Condition common() {
    return floor.and(within).and(further);
  }

  /**
   * The part of an index behind a run's {@link #bounds}, or the whole range before it has begun. Of
   * two bounds at which to begin SQLite may take the lower one, and would read the list up to the
   * values again, so there is one at a time.
   */
  Condition range(boolean begun, boolean ascending) {
    Condition from = ascending && begun ? DSL.noCondition() : floor;
    return from.and(within).and(behind(begun, ascending));
  }

  /** The order of the list. */
  List<SortField<?>> order(boolean ascending) {
    return order(columns.stream(), ascending);
  }

  /** The same in the words of the index that has it. */
  List<SortField<?>> indexOrder(boolean ascending) {
    return order(Stream.concat(empty.stream(), columns.stream()), ascending);
  }

  private static List<SortField<?>> order(Stream<Field<?>> columns, boolean ascending) {
    return columns.<SortField<?>>map(each -> ascending ? each.asc() : each.desc()).toList();
  }

  /**
   * Returns the condition of the rows after a run's {@link #bounds}; of all rows when the segment
   * is not begun.
   */
  Condition behind(boolean begun, boolean ascending) {
    if (!begun) {
      return DSL.noCondition();
    }
    if (columns.size() == 1) {
      return compared(columns.getFirst(), ascending);
    }
    List<? extends Field<?>> bounds = columns.stream().map(Parameter::slot).toList();
    return ascending ? DSL.row(columns).gt(DSL.row(bounds)) : DSL.row(columns).lt(DSL.row(bounds));
  }

  private static <T> Condition compared(Field<T> column, boolean ascending) {
    return ascending ? column.gt(slot(column)) : column.lt(slot(column));
  }

  /** Returns the values of a place in this segment for a run; none before its first row. */
  Argument bounds(List<String> values) {
    return Argument.all(
        IntStream.range(0, values.size())
            .mapToObj(i -> bound(columns.get(i), values.get(i)))
            .toArray(Argument[]::new));
  }

  @SuppressWarnings("unchecked") // a bound has the type of its column
  private static <T> Argument bound(Field<T> column, String text) {
    Class<T> type = column.getType();
    Object value =
        type == Instant.class
            ? MicrosConverter.instant(Long.parseLong(text))
            : type == Long.class ? Long.valueOf(text) : text;
    return Argument.of(column, (T) value);
  }

  /** Returns a row's values in the order of this segment, for {@link #bounds}. */
  List<String> values(Row row) {
    return columns.stream().map(each -> text(row.get(each))).toList();
  }

  private static String text(Object value) {
    return value instanceof Instant instant
        ? Long.toString(MicrosConverter.micros(instant))
        : value.toString();
  }
}
