package org.carillon.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A query, written in typed jOOQ once. Each engine's text is rendered at the first run; every run
 * sends that text with its parameters by position. Stores keep their queries as constants.
 */
public final class Query<T> {

  private final Function<DSLContext, ? extends Select<?>> written;
  private final Function<Row, T> reader;
  private final @Nullable Lock lock;
  private final AtomicReferenceArray<@Nullable Rendered> rendered =
      new AtomicReferenceArray<>(Engine.values().length);

  /** The text for one engine, and the columns that it selects. */
  private record Rendered(PreparedText text, Row.Columns columns) {}

  private Query(
      Function<DSLContext, ? extends Select<?>> written,
      Function<Row, T> reader,
      @Nullable Lock lock) {
    this.written = written;
    this.reader = reader;
    this.lock = lock;
  }

  /**
   * Returns a query.
   *
   * @param written the query, whose values are inlined or {@link Parameter}s
   * @param reader makes a row's object
   */
  public static <T> Query<T> of(
      Function<DSLContext, ? extends Select<?>> written, Function<Row, T> reader) {
    return new Query<>(written, reader, null);
  }

  /** Returns a query that locks the rows that it finds in one of its tables. */
  public static <T> Query<T> locking(
      Lock lock,
      Table<?> rowsOf,
      Function<DSLContext, ? extends SelectForUpdateStep<?>> written,
      Function<Row, T> reader) {
    return new Query<>(
        sql ->
            sql.dialect() == Engine.POSTGRES.dialect()
                ? written.apply(sql).forUpdate().of(rowsOf)
                : written.apply(sql),
        reader,
        lock);
  }

  /** Returns the first row, if there is one. */
  public Optional<T> find(Transaction transaction, Argument... arguments) {
    List<T> rows = list(transaction, arguments);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /** Returns all rows in the query's order. */
  public List<T> list(Transaction transaction, Argument... arguments) {
    if (lock != null) {
      transaction.take(lock);
    }
    Rendered statement = rendered(transaction.engine());
    return transaction.onConnection(
        statement.text(), connection -> list(connection, statement, arguments));
  }

  private List<T> list(Connection connection, Rendered statement, Argument[] arguments)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement.text().text())) {
      statement.text().bind(prepared, arguments);
      try (ResultSet rows = prepared.executeQuery()) {
        Row row = new Row(rows, statement.columns());
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.apply(row));
        }
        return read;
      }
    }
  }

  private Rendered rendered(Engine engine) {
    Rendered known = rendered.get(engine.ordinal());
    if (known != null) {
      return known;
    }
    Select<?> select = written.apply(PreparedText.writing(engine));
    Rendered made =
        new Rendered(PreparedText.of(engine, select), new Row.Columns(select.fieldsRow()));
    rendered.set(engine.ordinal(), made);
    return made;
  }
}
