package org.carillon.platform.db;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** A row of an answer, read column by column. */
@FunctionalInterface
public interface Row {

  /** Returns the value of a column that the query selects. */
  <T extends @Nullable Object> T get(Field<T> column);

  /** Returns the values of a table's columns, which the query selects, as its record. */
  @SuppressWarnings("unchecked") // a column's value is of its own type
  default <R extends Record> R into(Table<R> table) {
    R record = table.newRecord();
    for (Field<?> column : table.fields()) {
      record.set((Field<Object>) column, get(column));
    }
    return record;
  }
}
