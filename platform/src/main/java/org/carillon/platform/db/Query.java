package org.carillon.platform.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A query, written in typed jOOQ once. Its text is rendered at the first run on each engine, and
 * once for each shape of its {@link Filter}; every run sends that text with its parameters by
 * position. Stores keep their queries as constants.
 */
public final class Query<T> {

  /** So many shapes of one query have their texts kept; no query of ours has as many. */
  private static final int SHAPES = 256;

  private static final Field<Integer> COUNT = DSL.count();

  private final BiFunction<DSLContext, Condition, ? extends Select<?>> written;
  private final Function<Row, T> reader;
  private final @Nullable Lock lock;
  private final Cache<Shape, Rendered> rendered =
      Caffeine.newBuilder().maximumSize(SHAPES).executor(Runnable::run).build();

  /** What decides the text of a run. */
  private record Shape(Engine engine, Filter.Shape filter) {}

  /** The text for one engine, and the columns that it selects. */
  private record Rendered(PreparedText text, SelectedRow.Columns columns) {}

  private Query(
      BiFunction<DSLContext, Condition, ? extends Select<?>> written,
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
    return new Query<>((sql, _) -> written.apply(sql), reader, null);
  }

  /** Returns a query in which the condition of a run's {@link Filter} has a place. */
  public static <T> Query<T> filtered(
      BiFunction<DSLContext, Condition, ? extends Select<?>> written, Function<Row, T> reader) {
    return new Query<>(written, reader, null);
  }

  /** Returns the query that counts the rows that meet a condition, up to a run's limit. */
  public static Query<Integer> count(Table<?> table, Condition rows) {
    return of(
        sql ->
            sql.select(COUNT)
                .from(sql.selectOne().from(table).where(rows).limit(Parameter.limit())),
        row -> row.get(COUNT));
  }

  /** Returns a query that locks the rows that it finds in one of its tables. */
  public static <T> Query<T> locking(
      Lock lock,
      Table<?> rowsOf,
      Function<DSLContext, ? extends SelectForUpdateStep<?>> written,
      Function<Row, T> reader) {
    return new Query<>((sql, _) -> locked(sql, written.apply(sql), rowsOf), reader, lock);
  }

  /**
   * Returns a query that keeps the rows that it finds in one of its tables from being locked until
   * the transaction ends; any number of transactions may keep a row.
   */
  public static <T> Query<T> lockingShared(
      Lock lock,
      Table<?> rowsOf,
      Function<DSLContext, ? extends SelectForUpdateStep<?>> written,
      Function<Row, T> reader) {
    return new Query<>(
        (sql, _) ->
            sql.dialect() == Engine.POSTGRES.dialect()
                ? written.apply(sql).forKeyShare().of(rowsOf)
                : written.apply(sql),
        reader,
        lock);
  }

  /** Returns a query over the rows that another finds and locks. */
  public static <T> Query<T> lockingWithin(
      Lock lock,
      Table<?> rowsOf,
      Function<DSLContext, ? extends SelectForUpdateStep<?>> locking,
      BiFunction<DSLContext, Select<?>, ? extends Select<?>> written,
      Function<Row, T> reader) {
    return new Query<>(
        (sql, _) -> written.apply(sql, locked(sql, locking.apply(sql), rowsOf)), reader, lock);
  }

  private static Select<?> locked(DSLContext sql, SelectForUpdateStep<?> query, Table<?> rowsOf) {
    return sql.dialect() == Engine.POSTGRES.dialect() ? query.forUpdate().of(rowsOf) : query;
  }

  /** Returns the first row, if there is one. */
  public Optional<T> find(Transaction transaction, Argument... arguments) {
    return first(list(transaction, arguments));
  }

  /** Returns the first row that meets a filter, if there is one. */
  public Optional<T> find(Transaction transaction, Filter filter, Argument... arguments) {
    return first(list(transaction, filter, arguments));
  }

  /** Returns the first row, which is there for certain. */
  public T get(Transaction transaction, Argument... arguments) {
    return get(transaction, Filter.NONE, arguments);
  }

  /** Returns the first row that meets a filter, which is there for certain. */
  public T get(Transaction transaction, Filter filter, Argument... arguments) {
    return find(transaction, filter, arguments)
        .orElseThrow(() -> new IllegalStateException("a row that must be there is missing"));
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /** Returns whether there is a row. */
  public boolean exists(Transaction transaction, Argument... arguments) {
    return !list(transaction, arguments).isEmpty();
  }

  /** Returns all rows in the query's order. */
  public List<T> list(Transaction transaction, Argument... arguments) {
    return list(transaction, Filter.NONE, arguments);
  }

  /** Returns all rows that meet a filter in the query's order. */
  public List<T> list(Transaction transaction, Filter filter, Argument... arguments) {
    if (lock != null) {
      transaction.take(lock);
    }
    Rendered statement =
        rendered.get(new Shape(transaction.engine(), filter.shape()), this::render);
    Argument all = filter.with(arguments);
    return transaction.onConnection(
        statement.text(), all, connection -> list(connection, statement, all));
  }

  private List<T> list(Connection connection, Rendered statement, Argument arguments)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement.text().text())) {
      statement.text().bind(prepared, arguments);
      try (ResultSet rows = prepared.executeQuery()) {
        Row row = new SelectedRow(rows, statement.columns());
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.apply(row));
        }
        return read;
      }
    }
  }

  private Rendered render(Shape shape) {
    Select<?> select =
        written.apply(PreparedText.writing(shape.engine()), shape.filter().condition());
    return new Rendered(PreparedText.of(shape.engine(), select), new SelectedRow.Columns(select));
  }
}
