package org.carillon.platform.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jooq.Converter;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What one run of a statement gives for a parameter, or for several that belong together. */
public sealed interface Argument {

  /** Returns the value for a column or {@link Parameter}; null when this has none for it. */
  @Nullable Bound of(Object key);

  /** The value of one parameter. */
  sealed interface Bound extends Argument {

    /** The column or the {@link Parameter} that it is for. */
    Object key();

    /** Sets the value at an index of the statement, which counts from 1. */
    void bind(PreparedStatement statement, int index, Engine engine) throws SQLException;

    /** Returns the value as it is written in SQL. */
    String literal(Engine engine);

    @Override
    @SuppressWarnings("ReferenceEquality") // columns are constants, which jOOQ compares by text
    default @Nullable Bound of(Object key) {
      return key() == key ? this : null;
    }
  }

  /** Returns the arguments as one. */
  static Argument all(Argument... arguments) {
    return new Several(arguments);
  }

  /** Returns the value for a column. */
  static <T> Argument of(Field<T> column, @Nullable T value) {
    return new Value(column, column.getDataType().getConverter(), value);
  }

  /** Returns the values for {@link Parameter#among}. */
  static <T> Argument among(Field<T> column, Collection<T> values) {
    return new Values(column, column.getDataType().getConverter(), values);
  }

  /** Returns the most rows that a run wants, for {@link Parameter#limit}. */
  static Argument limit(int rows) {
    return Parameter.limit(rows);
  }

  /** One value. */
  record Value(Object key, Converter<?, ?> converter, @Nullable Object value) implements Bound {

    @Override
    public void bind(PreparedStatement statement, int index, Engine engine) throws SQLException {
      switch (stored(converter, value)) {
        case null -> statement.setNull(index, sqlType(converter.fromType()));
        case String text -> statement.setString(index, text);
        case Long number -> statement.setLong(index, number);
        case Integer number -> statement.setInt(index, number);
        case Short number -> statement.setShort(index, number);
        case byte[] bytes -> statement.setBytes(index, bytes);
        default -> throw new IllegalStateException("no column has the type of " + value);
      }
    }

    @Override
    public String literal(Engine engine) {
      return Argument.literal(stored(converter, value));
    }

    private static int sqlType(Class<?> type) {
      return switch (type.getSimpleName()) {
        case "String" -> Types.VARCHAR;
        case "Long" -> Types.BIGINT;
        case "Integer" -> Types.INTEGER;
        case "Short" -> Types.SMALLINT;
        case "byte[]" -> Types.BINARY;
        default -> throw new IllegalStateException("no column has the type " + type);
      };
    }
  }

  /** A list of values. */
  record Values(Object key, Converter<?, ?> converter, Collection<?> values) implements Bound {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void bind(PreparedStatement statement, int index, Engine engine) throws SQLException {
      Object[] stored = values.stream().map(each -> stored(converter, each)).toArray();
      switch (engine) {
        case SQLITE -> statement.setString(index, json(stored));
        case POSTGRES ->
            statement.setArray(
                index,
                statement
                    .getConnection()
                    .createArrayOf(
                        converter.fromType() == String.class ? "varchar" : "bigint", stored));
      }
    }

    @Override
    public String literal(Engine engine) {
      Object[] stored = values.stream().map(each -> stored(converter, each)).toArray();
      return switch (engine) {
        case SQLITE -> Argument.literal(json(stored));
        case POSTGRES ->
            Arrays.stream(stored)
                .map(Argument::literal)
                .collect(
                    Collectors.joining(
                        ", ",
                        "array[",
                        converter.fromType() == String.class ? "]::varchar[]" : "]::bigint[]"));
      };
    }

    private static String json(Object[] values) {
      try {
        return JSON.writeValueAsString(values);
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException("texts and numbers have a JSON form", impossible);
      }
    }
  }

  /** Several arguments. */
  @SuppressWarnings("ArrayRecordComponent") // made and read within one run
  record Several(Argument[] arguments) implements Argument {

    @Override
    public @Nullable Bound of(Object key) {
      for (Argument each : arguments) {
        Bound found = each.of(key);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
  }

  @SuppressWarnings("unchecked") // a column's converter is for the column's own values
  private static @Nullable Object stored(Converter<?, ?> converter, @Nullable Object value) {
    return ((Converter<?, Object>) converter).to(value);
  }

  private static String literal(@Nullable Object stored) {
    return switch (stored) {
      case null -> "null";
      case byte[] bytes -> "x'" + HexFormat.of().formatHex(bytes) + "'";
      case Number number -> number.toString();
      default -> "'" + stored.toString().replace("'", "''") + "'";
    };
  }
}
