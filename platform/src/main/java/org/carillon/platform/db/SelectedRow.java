package org.carillon.platform.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** The row at which a result set stands, whose columns are read by position. */
final class SelectedRow implements Row {

  private final ResultSet rows;
  private final Columns columns;

  SelectedRow(ResultSet rows, Columns columns) {
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  // The column's converter makes the field's type; that some columns are null, no type says.
  @SuppressWarnings({"unchecked", "NullAway"})
  public <T extends @Nullable Object> T get(Field<T> column) {
    try {
      return (T) columns.of(column).read(rows);
    } catch (SQLException broken) {
      throw new DataAccessException("a column was not read: " + broken.getMessage(), broken);
    }
  }

  /** The columns of one query by their fields. */
  static final class Columns {

    private final List<Field<?>> selected;

    /** By the stores' own fields, which are few; jOOQ compares fields by rendering them. */
    private volatile IdentityHashMap<Field<?>, Column> byField = new IdentityHashMap<>();

    @SuppressWarnings("deprecation") // fields() names all columns after one derived table
    Columns(Select<?> query) {
      this.selected = query.getSelect();
    }

    @SuppressWarnings("unchecked") // a column is read as its converter's own type
    private static Converter<Object, ?> converter(Field<?> field) {
      return (Converter<Object, ?>) field.getDataType().getConverter();
    }

    private Column of(Field<?> field) {
      Column known = byField.get(field);
      return known == null ? added(field) : known;
    }

    private synchronized Column added(Field<?> field) {
      Column column = new Column(index(field) + 1, converter(field));
      IdentityHashMap<Field<?>, Column> more = new IdentityHashMap<>(byField);
      more.put(field, column);
      byField = more;
      return column;
    }

    /**
     * Finds the column itself, or else one that is written alike, or else the only one of its name,
     * as of a table made by a query.
     */
    @SuppressWarnings("ReferenceEquality") // jOOQ takes two filtered counts for equal
    private int index(Field<?> field) {
      for (int i = 0; i < selected.size(); i++) {
        if (selected.get(i) == field) {
          return i;
        }
      }
      int index = selected.indexOf(field);
      if (index >= 0) {
        return index;
      }
      List<Field<?>> named =
          selected.stream().filter(each -> each.getName().equals(field.getName())).toList();
      if (named.size() != 1) {
        throw new IllegalStateException("the query selects " + named.size() + " columns " + field);
      }
      return selected.indexOf(named.getFirst());
    }
  }

  /** Reads a stored value at an index, which counts from 1. */
  @FunctionalInterface
  private interface Getter {
    @Nullable Object get(ResultSet rows, int index) throws SQLException;
  }

  /** One column. */
  private record Column(int index, Getter getter, Converter<Object, ?> converter) {

    Column(int index, Converter<Object, ?> converter) {
      this(index, getter(converter.fromType()), converter);
    }

    @Nullable Object read(ResultSet rows) throws SQLException {
      return converter.from(getter.get(rows, index));
    }

    private static Getter getter(Class<?> stored) {
      return switch (stored.getSimpleName()) {
        case "String" -> ResultSet::getString;
        case "Long" -> (rows, index) -> orNull(rows, rows.getLong(index));
        case "Integer" -> (rows, index) -> orNull(rows, rows.getInt(index));
        case "Short" -> (rows, index) -> orNull(rows, rows.getShort(index));
        case "Boolean" -> (rows, index) -> orNull(rows, rows.getBoolean(index));
        case "byte[]" -> ResultSet::getBytes;
        default -> throw new IllegalStateException("no column has the type " + stored);
      };
    }

    private static @Nullable Object orNull(ResultSet rows, Object value) throws SQLException {
      return rows.wasNull() ? null : value;
    }
  }
}
