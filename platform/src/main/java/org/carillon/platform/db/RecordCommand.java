package org.carillon.platform.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowCountQuery;
import org.jooq.Table;

/**
 * A {@link Command} that writes the columns which a table's record has values for. Its text is
 * rendered once for each set of such columns.
 */
public final class RecordCommand<R extends Record> {

  /** So many sets of columns of one command have their texts kept; no command of ours has more. */
  private static final int SHAPES = 64;

  private final BiFunction<DSLContext, List<Field<Object>>, ? extends RowCountQuery> written;
  private final Cache<List<Integer>, Command> rendered =
      Caffeine.newBuilder().maximumSize(SHAPES).executor(Runnable::run).build();
  private final Table<R> table;

  private RecordCommand(
      Table<R> table,
      BiFunction<DSLContext, List<Field<Object>>, ? extends RowCountQuery> written) {
    this.table = table;
    this.written = written;
  }

  /** Returns the command that inserts records. */
  public static <R extends Record> RecordCommand<R> insert(Table<R> table) {
    return new RecordCommand<>(table, (sql, columns) -> Command.inserting(sql, table, columns));
  }

  /** Returns the command that inserts records that no unique index has already. */
  public static <R extends Record> RecordCommand<R> insertIfAbsent(Table<R> table) {
    return new RecordCommand<>(
        table, (sql, columns) -> Command.inserting(sql, table, columns).onConflictDoNothing());
  }

  /** Returns the command that updates the rows that meet a condition. */
  public static <R extends Record> RecordCommand<R> update(Table<R> table, Condition rows) {
    return new RecordCommand<>(
        table, (sql, columns) -> sql.update(table).set(Command.slots(columns)).where(rows));
  }

  /** Runs it, and returns how many rows it changed. */
  public int run(Transaction transaction, R values, Argument... arguments) {
    return command(values).run(transaction, argument(values), Argument.all(arguments));
  }

  /** Runs it for each record in one batch; all have values for the same columns. */
  public void runAll(Transaction transaction, List<R> records) {
    if (!records.isEmpty()) {
      command(records.getFirst())
          .runAll(transaction, records.stream().map(this::argument).toList());
    }
  }

  private Command command(R values) {
    return rendered.get(
        touched(values),
        touched -> {
          List<Field<Object>> columns = touched.stream().map(this::column).toList();
          return Command.of(sql -> written.apply(sql, columns));
        });
  }

  private Argument argument(R values) {
    return Argument.all(
        touched(values).stream()
            .map(index -> Argument.of(column(index), values.get(index)))
            .toArray(Argument[]::new));
  }

  private static List<Integer> touched(Record values) {
    return IntStream.range(0, values.size()).filter(values::touched).boxed().toList();
  }

  @SuppressWarnings("unchecked") // a record's value is of its column's type
  private Field<Object> column(int index) {
    return (Field<Object>) table.fields()[index];
  }
}
