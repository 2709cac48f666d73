package org.carillon.platform.db;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One database of either engine. Work is a function of a {@link Transaction}; it may run more than
 * once (after a deadlock, say), so it changes nothing but the database.
 */
public interface Database extends AutoCloseable {

  /** The turn of work that belongs to no organization. */
  String OWN_TURN = "";

  /** Returns the engine of the database. */
  Engine engine();

  /**
   * Runs statements that change nothing, each seeing all that was committed before it.
   *
   * @param organization whose turn it takes: where work waits, organizations take turns
   * @throws DatabaseBusyException when too much is waiting
   * @throws DatabaseLostException when the database cannot be reached
   */
  <T extends @Nullable Object> T read(String organization, Function<Transaction, T> work);

  /** {@link #read(String, Function)} in a turn of the server's own. */
  default <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    return read(OWN_TURN, work);
  }

  /** {@link #read} whose statements all see what the first of them sees. */
  <T extends @Nullable Object> T snapshot(String organization, Function<Transaction, T> work);

  /**
   * Runs work that reaches out and may be long about it: it has a now, and no statement of SQL,
   * since it would keep a connection from others.
   */
  <T extends @Nullable Object> T outside(Function<Transaction, T> work);

  /**
   * Runs work in one transaction and returns after its commit. When the work throws, everything it
   * did is undone, and the exception is thrown on.
   *
   * @param organization whose turn it takes
   * @throws DatabaseBusyException when nothing was changed because too much is waiting
   * @throws DatabaseLostException when nothing was changed because nothing can be
   * @throws UnknownOutcomeException when nobody can say whether the commit took place
   */
  <T extends @Nullable Object> T write(String organization, Function<Transaction, T> work);

  /** {@link #write(String, Function)} in a turn of the server's own. */
  default <T extends @Nullable Object> T write(Function<Transaction, T> work) {
    return write(OWN_TURN, work);
  }

  /**
   * Writes, syncs and changes nothing, the way every other write goes; returns when a write is
   * possible and throws what {@link #write(Function)} throws when none is. It costs a sync of the
   * disk, so that callers share an answer rather than ask at every turn.
   */
  default void probe() {
    write(transaction -> transaction.sql().execute(engine().probe()));
  }

  /** Finishes what was begun and lets go of every connection. */
  @Override
  void close();
}
