package org.carillon.platform.db;

import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.RowCountQuery;
import org.jooq.Table;

/**
 * A statement that changes rows, written in typed jOOQ once, rendered once per engine and run as
 * prepared text. Stores keep their commands as constants.
 */
public final class Command {

  private final Function<DSLContext, ? extends RowCountQuery> written;
  private final Map<Engine, PreparedText> rendered = new ConcurrentHashMap<>();

  private Command(Function<DSLContext, ? extends RowCountQuery> written) {
    this.written = written;
  }

  /** Returns a command; its values are inlined or {@link Parameter}s. */
  public static Command of(Function<DSLContext, ? extends RowCountQuery> written) {
    return new Command(written);
  }

  /** Returns the command that inserts one row with the values that a run gives for its columns. */
  public static Command insert(Table<?> table, Field<?>... columns) {
    return new Command(sql -> inserting(sql, table, List.of(columns)));
  }

  /** Returns {@link #insert}, which changes nothing where a unique index has the row already. */
  public static Command insertIfAbsent(Table<?> table, Field<?>... columns) {
    return new Command(sql -> inserting(sql, table, List.of(columns)).onConflictDoNothing());
  }

  /**
   * Returns the command that inserts one row, or updates the row that has the same key.
   *
   * @param updated the columns that an existing row gets too
   * @param others the columns that an existing row keeps
   */
  public static Command insertOrUpdate(
      Table<?> table,
      List<? extends Field<?>> key,
      List<? extends Field<?>> updated,
      Field<?>... others) {
    List<Field<?>> all =
        Stream.of(key, updated, List.of(others)).<Field<?>>flatMap(List::stream).toList();
    return new Command(
        sql -> inserting(sql, table, all).onConflict(key).doUpdate().set(slots(updated)));
  }

  static InsertValuesStepN<?> inserting(
      DSLContext sql, Table<?> table, List<? extends Field<?>> columns) {
    return sql.insertInto(table, columns).values(columns.stream().map(Parameter::slot).toList());
  }

  /** Returns the assignments of the values that a run gives for columns. */
  static Map<Field<?>, Object> slots(List<? extends Field<?>> columns) {
    Map<Field<?>, Object> slots = new LinkedHashMap<>();
    columns.forEach(column -> slots.put(column, Parameter.slot(column)));
    return slots;
  }

  /** Runs it, and returns how many rows it changed. */
  public int run(Transaction transaction, Argument... arguments) {
    PreparedText text = text(transaction.engine());
    Argument all = Argument.all(arguments);
    return transaction.onConnection(
        text,
        all,
        connection -> {
          try (PreparedStatement prepared = connection.prepareStatement(text.text())) {
            text.bind(prepared, all);
            return prepared.executeUpdate();
          }
        });
  }

  /**
   * Runs it for each of those arguments in one batch, and returns how many rows it changed. Of rows
   * of inserted values that is unknown, as PostgreSQL's driver inserts many with one statement.
   */
  public int runAll(Transaction transaction, List<Argument> runs) {
    if (runs.isEmpty()) {
      return 0;
    }
    PreparedText text = text(transaction.engine());
    return transaction.onConnection(
        text,
        runs.getFirst(),
        connection -> {
          try (PreparedStatement prepared = connection.prepareStatement(text.text())) {
            for (Argument each : runs) {
              text.bind(prepared, each);
              prepared.addBatch();
            }
            return Arrays.stream(prepared.executeBatch()).sum();
          }
        });
  }

  private PreparedText text(Engine engine) {
    return rendered.computeIfAbsent(
        engine, each -> PreparedText.of(each, written.apply(PreparedText.writing(each))));
  }
}
