package org.carillon.platform.db;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes rows, written in typed jOOQ once, rendered once per engine and run as
 * prepared text. Stores keep their commands as constants.
 */
public final class Command {

  private final Function<DSLContext, ? extends RowCountQuery> written;
  private final AtomicReferenceArray<@Nullable PreparedText> rendered =
      new AtomicReferenceArray<>(Engine.values().length);

  private Command(Function<DSLContext, ? extends RowCountQuery> written) {
    this.written = written;
  }

  /** Returns a command; its values are inlined or {@link Parameter}s. */
  public static Command of(Function<DSLContext, ? extends RowCountQuery> written) {
    return new Command(written);
  }

  /** Runs it, and returns how many rows it changed. */
  public int run(Transaction transaction, Argument... arguments) {
    PreparedText text = text(transaction.engine());
    return transaction.onConnection(
        text,
        connection -> {
          try (PreparedStatement prepared = connection.prepareStatement(text.text())) {
            text.bind(prepared, arguments);
            return prepared.executeUpdate();
          }
        });
  }

  /** Runs it for each of those arguments in one batch. */
  public void runAll(Transaction transaction, List<Argument[]> runs) {
    if (runs.isEmpty()) {
      return;
    }
    PreparedText text = text(transaction.engine());
    transaction.onConnection(
        text,
        connection -> {
          try (PreparedStatement prepared = connection.prepareStatement(text.text())) {
            for (Argument[] each : runs) {
              text.bind(prepared, each);
              prepared.addBatch();
            }
            return prepared.executeBatch();
          }
        });
  }

  private PreparedText text(Engine engine) {
    PreparedText known = rendered.get(engine.ordinal());
    if (known != null) {
      return known;
    }
    PreparedText made = PreparedText.of(engine, written.apply(PreparedText.writing(engine)));
    rendered.set(engine.ordinal(), made);
    return made;
  }
}
