package org.carillon.server.platform.db;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One database of either engine. Work is a function of a {@link Transaction}; it may run more than
 * once (after a deadlock, say), so it changes nothing but the database.
 */
public interface Database extends AutoCloseable {

  /** Which SQL it speaks. */
  Engine engine();

  /**
   * Runs statements that change nothing, each seeing all that was committed before it.
   *
   * @throws DatabaseBusyException when too much is waiting
   * @throws DatabaseLostException when the database cannot be reached
   */
  <T extends @Nullable Object> T read(Function<Transaction, T> work);

  /** Runs statements that change nothing, all of which see what the first of them sees. */
  <T extends @Nullable Object> T snapshot(Function<Transaction, T> work);

  /**
   * Runs work in one transaction and returns after its commit. When the work throws, everything it
   * did is undone, {@code afterRefusal} runs (and is committed) in its stead, and the exception is
   * thrown on.
   *
   * @throws DatabaseBusyException when nothing was changed because too much is waiting
   * @throws DatabaseLostException when nothing was changed because nothing can be
   * @throws UnknownOutcomeException when nobody can say whether the commit took place
   */
  <T extends @Nullable Object> T write(
      Function<Transaction, T> work, BiConsumer<Transaction, RuntimeException> afterRefusal);

  /** {@link #write(Function, BiConsumer)} that leaves nothing behind when the work throws. */
  default <T extends @Nullable Object> T write(Function<Transaction, T> work) {
    return write(work, (transaction, refusal) -> {});
  }

  /**
   * Writes, syncs and changes nothing, the way every other write goes; returns when a write is
   * possible and throws what {@link #write(Function)} throws when none is. It costs a sync of the
   * disk, so that callers share an answer rather than ask at every turn.
   */
  default void probe() {
    write(transaction -> transaction.sql().execute(engine().probe()));
  }

  /** Connections for the scheduler's own table, outside of {@link #write}. */
  DataSource schedulerConnections();

  /** Finishes what was begun and lets go of every connection. */
  @Override
  void close();
}
