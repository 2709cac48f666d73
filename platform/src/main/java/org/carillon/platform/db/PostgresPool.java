package org.carillon.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Connections to PostgreSQL. The pool remembers for a moment that the server is away, and refuses
 * requests at once. After that moment one request tries to connect; the others are still refused
 * until it has its answer.
 */
final class PostgresPool extends HikariDataSource {

  /** The time that a request waits for a connection. */
  static final Duration WAIT = Duration.ofSeconds(2);

  private static final Duration MEMORY = Duration.ofMillis(500);
  private static final Duration VALIDATION = Duration.ofSeconds(1);
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final int CONNECT_SECONDS = 2;

  /** Beyond the statement's own limit: a server that was cut off answers nothing at all. */
  private static final int SILENCE_SECONDS = 15;

  private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

  /** The failure of the last try, and the time of the next one in nanoseconds. */
  private record Outage(Throwable failure, long again) {

    static Outage until(Throwable failure, Duration rest) {
      return new Outage(failure, System.nanoTime() + rest.toNanos());
    }

    boolean isOver() {
      return System.nanoTime() - again >= 0;
    }
  }

  private PostgresPool(HikariConfig config) {
    super(config);
  }

  /** Connects to that database with at most that many connections. */
  static PostgresPool open(PostgresAccess access, int size) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("postgresql");
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.user());
    pool.setPassword(access.password());
    pool.setMaximumPoolSize(size);
    pool.setConnectionTimeout(WAIT.toMillis());
    pool.setValidationTimeout(VALIDATION.toMillis());
    // A statement of ours takes milliseconds, a lock is held for one transaction; what takes longer
    // is refused, and a transaction whose client went silent lets go of its locks.
    pool.setConnectionInitSql(
        "set statement_timeout = '10s'; set lock_timeout = '5s';"
            + " set idle_in_transaction_session_timeout = '30s'");
    pool.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    pool.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE_SECONDS));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    // Statements are prepared on the server from their first use on: every query is a hot one.
    pool.addDataSourceProperty("prepareThreshold", "1");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new PostgresPool(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Outage known = outage.get();
    if (known != null && !(known.isOver() && tries(known))) {
      throw away(known.failure());
    }
    try {
      Connection connection = super.getConnection();
      outage.set(null);
      return connection;
    } catch (SQLTransientConnectionException none) {
      Throwable failure = none.getCause();
      if ((failure == null || isFull(failure)) && getHikariPoolMXBean().getTotalConnections() > 0) {
        throw inUse(none);
      }
      // The pool gives the cause to only one of the requests that waited.
      outage.set(Outage.until(failure == null ? none : failure, MEMORY));
      throw away(failure == null ? none : failure);
    }
  }

  /**
   * Returns whether the server runs and has no connection left, as other programs have some too.
   */
  private static boolean isFull(Throwable failure) {
    return failure instanceof SQLException refused
        && TOO_MANY_CONNECTIONS.equals(refused.getSQLState());
  }

  /** The exception without its cause, since a cause means that there is no connection at all. */
  private static SQLException inUse(SQLTransientConnectionException none) {
    SQLException busy = new SQLTransientConnectionException(none.getMessage());
    busy.addSuppressed(none);
    return busy;
  }

  private static SQLException away(Throwable failure) {
    return new SQLTransientConnectionException("PostgreSQL does not answer", failure);
  }

  /**
   * Returns whether this thread is the one that tries; the next one may when this one has its
   * answer.
   */
  private boolean tries(Outage known) {
    return outage.compareAndSet(known, Outage.until(known.failure(), WAIT.plus(MEMORY)));
  }
}
