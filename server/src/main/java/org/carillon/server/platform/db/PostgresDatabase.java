package org.carillon.server.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The engine for several nodes: READ COMMITTED with row locks; partial unique indexes have the last
 * word. A deadlock, a serialization failure or a lost race for a unique index runs the work again,
 * which then sees what the other did and says so in the words of the domain.
 */
public final class PostgresDatabase implements Database {

  private static final int TRIES = 8;
  private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505");

  private final HikariDataSource connections;
  private final InstantSource clock;

  private PostgresDatabase(HikariDataSource connections, InstantSource clock) {
    this.connections = connections;
    this.clock = clock;
  }

  /** Connects to a {@code jdbc:postgresql:} URL and brings its schema up to date. */
  public static PostgresDatabase open(String url, InstantSource clock, int poolSize) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("postgresql");
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(poolSize);
    pool.setConnectionTimeout(10_000);
    // Statements are prepared on the server from their first use on: every query is a hot one.
    pool.addDataSourceProperty("prepareThreshold", "1");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    HikariDataSource connections = new HikariDataSource(pool);
    Migrations.migrate(connections, Engine.POSTGRES);
    return new PostgresDatabase(connections, clock);
  }

  @Override
  public Engine engine() {
    return Engine.POSTGRES;
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    return Reads.run(connections, Engine.POSTGRES, clock, work);
  }

  @Override
  public <T extends @Nullable Object> T snapshot(Function<Transaction, T> work) {
    return Reads.snapshot(connections, Engine.POSTGRES, clock, work);
  }

  @Override
  public <T extends @Nullable Object> T write(
      Function<Transaction, T> work, BiConsumer<Transaction, RuntimeException> afterRefusal) {
    try {
      return committed(work);
    } catch (UnknownOutcomeException unknown) {
      throw unknown;
    } catch (RuntimeException refusal) {
      committed(transaction -> {
        afterRefusal.accept(transaction, refusal);
        return null;
      });
      throw refusal;
    }
  }

  private <T extends @Nullable Object> T committed(Function<Transaction, T> work) {
    Instant floor = Instant.EPOCH;
    for (int tries = 1; ; tries++) {
      try {
        return once(work, floor);
      } catch (StaleTimeException stale) {
        floor = stale.changed();
        if (tries == TRIES) {
          throw stale;
        }
      } catch (DataAccessException failed) {
        if (tries == TRIES || !AGAIN.contains(failed.sqlState())) {
          throw failed;
        }
      }
    }
  }

  private <T extends @Nullable Object> T once(Function<Transaction, T> work, Instant floor) {
    try (Connection connection = connection()) {
      connection.setAutoCommit(false);
      T result;
      try {
        result =
            work.apply(
                new Transaction(
                    DSL.using(connection, Engine.POSTGRES.dialect(), Reads.SETTINGS),
                    Engine.POSTGRES,
                    clock,
                    floor));
      } catch (RuntimeException refusal) {
        connection.rollback();
        throw refusal;
      }
      commit(connection);
      return result;
    } catch (SQLException broken) {
      throw new DataAccessException("the write was undone", broken);
    }
  }

  private Connection connection() throws SQLException {
    try {
      return connections.getConnection();
    } catch (SQLTransientConnectionException none) {
      throw Reads.noConnection(none);
    }
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException failed) {
      // Class 08 is a lost connection: the server may have committed before it was lost.
      if (failed.getSQLState() == null || failed.getSQLState().startsWith("08")) {
        throw new UnknownOutcomeException(failed);
      }
      throw failed;
    }
  }

  @Override
  public DataSource schedulerConnections() {
    return connections;
  }

  @Override
  public void close() {
    connections.close();
  }
}
