package org.carillon.server.inventory.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.platform.db.MicrosConverter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
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
   * The part of an index behind those values. Of two bounds at which to begin SQLite may take the
   * lower one, and would read the list up to the values again, so there is one at a time.
   */
  Condition range(List<String> values, boolean ascending) {
    Condition from = ascending && !values.isEmpty() ? DSL.noCondition() : floor;
    return from.and(within).and(behind(values, ascending));
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

  /** Returns the condition of the rows after those values; of all rows without values. */
  Condition behind(List<String> values, boolean ascending) {
    if (values.isEmpty()) {
      return DSL.noCondition();
    }
    List<Field<?>> bounds =
        IntStream.range(0, columns.size())
            .<Field<?>>mapToObj(i -> bound(columns.get(i), values.get(i)))
            .toList();
    if (columns.size() == 1) {
      return compared(columns.getFirst(), bounds.getFirst(), ascending);
    }
    return ascending ? DSL.row(columns).gt(DSL.row(bounds)) : DSL.row(columns).lt(DSL.row(bounds));
  }

  @SuppressWarnings("unchecked") // a bound has the type of its column
  private static <T> Condition compared(Field<T> column, Field<?> bound, boolean ascending) {
    return ascending ? column.gt((Field<T>) bound) : column.lt((Field<T>) bound);
  }

  private static Field<?> bound(Field<?> column, String text) {
    Class<?> type = column.getType();
    if (type == Instant.class) {
      return DSL.val(MicrosConverter.instant(Long.parseLong(text)), column);
    }
    return DSL.val(type == Long.class ? Long.valueOf(text) : text, column);
  }

  /** Returns a row's values in the order of this segment, for {@link #behind}. */
  List<String> values(Record row) {
    return columns.stream().map(each -> text(row.get(each))).toList();
  }

  private static String text(Object value) {
    return value instanceof Instant instant
        ? Long.toString(MicrosConverter.micros(instant))
        : value.toString();
  }
}
