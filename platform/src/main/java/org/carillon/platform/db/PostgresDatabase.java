package org.carillon.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The engine for several nodes: READ COMMITTED with row locks; partial unique indexes have the last
 * word. A deadlock, a serialization failure or a lost race for a unique index runs the work again,
 * which then sees what the other did and says so in the words of the domain.
 */
public final class PostgresDatabase implements Database {

  private static final int TRIES = 8;
  private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505");

  private final PostgresShares connections;
  private final InstantSource clock;

  private PostgresDatabase(PostgresShares connections, InstantSource clock) {
    this.connections = connections;
    this.clock = clock;
  }

  /** {@link #open(PostgresAccess, InstantSource, int)} by a URL alone. */
  public static PostgresDatabase open(String url, InstantSource clock, int poolSize) {
    return open(new PostgresAccess(url), clock, poolSize);
  }

  /** Connects and brings the schema up to date. */
  public static PostgresDatabase open(PostgresAccess access, InstantSource clock, int poolSize) {
    Migrations.migrate(migrating(access), Engine.POSTGRES);
    return new PostgresDatabase(new PostgresShares(PostgresPool.open(access, poolSize)), clock);
  }

  /** Connections without the limits of time that hold for requests: a migration may take long. */
  private static DataSource migrating(PostgresAccess access) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(access.url());
    if (access.user() != null) {
      source.setUser(access.user());
    }
    if (access.password() != null) {
      source.setPassword(access.password());
    }
    source.setTcpKeepAlive(true);
    return source;
  }

  /** Returns whether there is a schema of ours; changes nothing. */
  public static boolean isBegun(PostgresAccess access) {
    return Migrations.begun(migrating(access), Engine.POSTGRES);
  }

  @Override
  public Engine engine() {
    return Engine.POSTGRES;
  }

  @Override
  public <T extends @Nullable Object> T read(String organization, Function<Transaction, T> work) {
    return Reads.run(connections.of(organization), clock, work);
  }

  @Override
  public <T extends @Nullable Object> T snapshot(
      String organization, Function<Transaction, T> work) {
    return Reads.snapshot(connections.of(organization), clock, work);
  }

  @Override
  public <T extends @Nullable Object> T outside(Function<Transaction, T> work) {
    return work.apply(Transaction.outside(engine(), clock));
  }

  @Override
  public <T extends @Nullable Object> T write(String organization, Function<Transaction, T> work) {
    PostgresShares.Share share = connections.of(organization);
    Instant floor = Instant.EPOCH;
    for (int tries = 1; ; tries++) {
      AtomicReference<@Nullable Instant> later = new AtomicReference<>();
      try {
        return once(share, work, floor, later);
      } catch (RuntimeException failed) {
        Instant stale = later.get();
        if (stale == null && (tries == TRIES || !isWorthAnother(failed))) {
          throw Failures.told(failed);
        }
        if (tries == TRIES) {
          throw new DatabaseBusyException("the rows changed at every attempt; try again", failed);
        }
        floor = stale == null ? floor : stale;
      }
    }
  }

  private static boolean isWorthAnother(RuntimeException failed) {
    return failed instanceof DataAccessException data && AGAIN.contains(data.sqlState());
  }

  /**
   * Runs the work once.
   *
   * @param later receives the instant of a row that is newer than the work's now
   */
  private <T extends @Nullable Object> T once(
      PostgresShares.Share share,
      Function<Transaction, T> work,
      Instant floor,
      AtomicReference<@Nullable Instant> later) {
    Connection connection = share.acquire();
    try {
      connection.setAutoCommit(false);
      Transaction transaction =
          new Transaction(new DefaultConnectionProvider(connection), Engine.POSTGRES, clock, floor);
      T result;
      try {
        result = work.apply(transaction);
        transaction.refuseStale();
      } catch (RuntimeException refusal) {
        Failures.rollBack(connection, refusal);
        later.set(transaction.stale());
        throw refusal;
      }
      commit(connection);
      return result;
    } catch (SQLException broken) {
      throw new DataAccessException("the write was rolled back", broken);
    } finally {
      share.release(connection);
    }
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException failed) {
      // The server may have committed before it was lost.
      if (failed.getSQLState() == null || Failures.isLost(failed)) {
        throw new UnknownOutcomeException(failed);
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
