package org.carillon.platform.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The value of a parameter in one run. */
public sealed interface Argument {

  /** The name of its parameter. */
  String name();

  /** Sets the value at an index of the statement, which counts from 1. */
  void bind(PreparedStatement statement, int index, Engine engine) throws SQLException;

  /**
   * One value.
   *
   * @param type its class in the database
   */
  record Value(String name, Class<?> type, @Nullable Object value) implements Argument {

    @Override
    public void bind(PreparedStatement statement, int index, Engine engine) throws SQLException {
      switch (value) {
        case null -> statement.setNull(index, sqlType(type));
        case String text -> statement.setString(index, text);
        case Long number -> statement.setLong(index, number);
        case Integer number -> statement.setInt(index, number);
        case Short number -> statement.setShort(index, number);
        case byte[] bytes -> statement.setBytes(index, bytes);
        default -> throw new IllegalStateException("no column has the type " + type);
      }
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

  /**
   * A list of values.
   *
   * @param type the class of each in the database
   */
  record Values(String name, Class<?> type, Object[] values) implements Argument {

    @Override
    public void bind(PreparedStatement statement, int index, Engine engine) throws SQLException {
      switch (engine) {
        case SQLITE -> statement.setString(index, ListParameter.json(values));
        case POSTGRES ->
            statement.setArray(
                index,
                statement
                    .getConnection()
                    .createArrayOf(type == String.class ? "varchar" : "bigint", values));
      }
    }
  }
}
