package org.carillon.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectForUpdateOfStep;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.NoConnectionProvider;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** One unit of work on one connection, with one now. */
public final class Transaction {

  private static final Parameter<String> SCOPE =
      Parameter.of(DSL.field(DSL.unquotedName("scope"), SQLDataType.VARCHAR));
  private static final PreparedText ADVISORY_LOCK =
      new PreparedText(
          Engine.POSTGRES, "select pg_advisory_xact_lock(hashtextextended(?, 0))", List.of(SCOPE));

  private final ConnectionProvider connections;
  private final Engine engine;
  private final InstantSource clock;
  private @Nullable DSLContext sql;
  private @Nullable Consumer<String> heard;
  private Instant floor;
  private @Nullable Instant now;
  private @Nullable Instant stale;
  private boolean wrote;
  private final Set<Lock> taken = new HashSet<>();
  private int rank = Integer.MIN_VALUE;

  Transaction(ConnectionProvider connections, Engine engine, InstantSource clock, Instant floor) {
    this.connections = connections;
    this.engine = engine;
    this.clock = clock;
    this.floor = floor;
  }

  /** Work that has a now and no connection: a statement of it fails. */
  static Transaction outside(Engine engine, InstantSource clock) {
    return new Transaction(new NoConnectionProvider(), engine, clock, Instant.EPOCH);
  }

  /** For stores only: the typed SQL of this transaction. */
  public DSLContext sql() {
    if (sql == null) {
      sql = DSL.using(connections, engine.dialect(), Reads.SETTINGS);
    }
    return sql;
  }

  Engine engine() {
    return engine;
  }

  /** Work on a connection. */
  @FunctionalInterface
  interface Statement<T extends @Nullable Object> {
    T run(Connection connection) throws SQLException;
  }

  /** Has a test hear each prepared statement of this transaction, with the values in its text. */
  public void onStatement(Consumer<String> heard) {
    this.heard = heard;
  }

  /** Runs a prepared statement, and says its text where it fails. */
  <T extends @Nullable Object> T onConnection(
      PreparedText text, Argument arguments, Statement<T> statement) {
    if (heard != null) {
      heard.accept(text.inlined(arguments));
    }
    Connection connection = connections.acquire();
    if (connection == null) {
      throw new IllegalStateException("this work has no connection");
    }
    try {
      return statement.run(connection);
    } catch (SQLException failed) {
      throw new DataAccessException(text.text() + ": " + failed.getMessage(), failed);
    } finally {
      connections.release(connection);
    }
  }

  /**
   * The instant at which this work happens. It is fixed at the first call, which belongs after the
   * rows that the work changes were locked, and is later than the last change of each of them.
   */
  public Instant now() {
    if (now == null) {
      Instant read = clock.instant().truncatedTo(ChronoUnit.MICROS);
      now = read.isAfter(floor) ? read : floor.plus(1, ChronoUnit.MICROS);
    }
    return now;
  }

  /**
   * Notes when a locked row was last changed, so that now is later: queued work, skewed clocks and
   * clocks set back would otherwise make intervals that overlap or end before they begin. When now
   * was fixed before, the work is run again in the end, later than all the rows that it locked.
   */
  public void nowAfter(Instant changed) {
    if (now == null) {
      floor = changed.isAfter(floor) ? changed : floor;
    } else if (changed.isAfter(now) || (changed.equals(now) && !wrote)) {
      stale = stale == null || changed.isAfter(stale) ? changed : stale;
    }
  }

  /** Returns locked rows by key, in the order of the query; now is later than each last change. */
  public <K, V> Map<K, V> lockedByKey(
      List<V> rows, Function<V, K> key, Function<V, Instant> changedAt) {
    Map<K, V> byKey = new LinkedHashMap<>();
    for (V row : rows) {
      nowAfter(changedAt.apply(row));
      byKey.put(key.apply(row), row);
    }
    return byKey;
  }

  /**
   * Notes that this transaction changed rows at its now, so that it may lock them again: a row that
   * was changed at that very instant is then taken for its own.
   */
  public void allowRelock() {
    wrote = true;
  }

  /** Locks the rows a query finds in that table, where the engine has row locks. */
  public <R extends Record> ResultQuery<R> lock(
      Lock lock, SelectForUpdateStep<R> query, Table<?> rowsOf) {
    take(lock);
    return switch (engine) {
      case SQLITE -> query;
      case POSTGRES -> {
        SelectForUpdateOfStep<R> locking = query.forUpdate();
        yield locking.of(rowsOf);
      }
    };
  }

  /**
   * Serializes transactions that use the same lock and scope, across nodes, where no row exists yet
   * that could be locked. The caller takes it before it reads.
   *
   * @param scope what the lock is of, such as an organization's id
   */
  public void serialize(Lock lock, String scope) {
    take(lock);
    switch (engine) {
      // There is one writer at a time anyway, over all processes.
      case SQLITE -> {}
      case POSTGRES -> execute(ADVISORY_LOCK, SCOPE.is(lock.name() + "/" + scope));
    }
  }

  /**
   * Does a part that may be refused by itself: when it throws, what it did is undone, what was done
   * before stays, and the exception is thrown on.
   */
  public <T extends @Nullable Object> T savepoint(Supplier<T> part) {
    execute("SAVEPOINT part");
    T result;
    try {
      result = part.get();
    } catch (RuntimeException refusal) {
      undo(refusal);
      throw refusal;
    }
    execute("RELEASE SAVEPOINT part");
    return result;
  }

  private void execute(String text) {
    execute(new PreparedText(engine, text, List.of()), Argument.all());
  }

  private void execute(PreparedText text, Argument values) {
    onConnection(
        text,
        values,
        connection -> {
          try (PreparedStatement prepared = connection.prepareStatement(text.text())) {
            text.bind(prepared, values);
            return prepared.execute();
          }
        });
  }

  /**
   * Verifies the order where assertions are on, as in tests; a lock out of order may deadlock. A
   * transaction may lock again what it has locked, so a kind that it has taken is in order.
   */
  void take(Lock lock) {
    if (lock.guard().isPresent()) {
      assert taken.contains(lock.guard().get()) : lock + " is taken without its guard";
      return;
    }
    assert taken.contains(lock) || lock.rank() > rank : lock + " is taken after " + taken;
    if (taken.add(lock)) {
      rank = lock.rank();
    }
  }

  private void undo(RuntimeException refusal) {
    try {
      execute("ROLLBACK TO SAVEPOINT part");
      execute("RELEASE SAVEPOINT part");
    } catch (RuntimeException broken) {
      // The part may stand half done, so nothing of this transaction may be kept.
      broken.addSuppressed(refusal);
      throw broken;
    }
  }

  /** When a row was changed that is newer than now: the work counts for nothing then. */
  @Nullable Instant stale() {
    return stale;
  }

  /**
   * Ends work that would be done at too early a time.
   *
   * @throws StaleTimeException when a row is newer than now
   */
  void refuseStale() {
    if (stale != null) {
      throw new StaleTimeException();
    }
  }
}
