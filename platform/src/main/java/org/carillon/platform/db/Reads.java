package org.carillon.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/** Runs statements that change nothing on pooled connections of PostgreSQL. */
final class Reads {

  /** Plain names, so that the same SQL text serves both engines and their statement caches. */
  static final Settings SETTINGS =
      new Settings()
          .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
          .withRenderNameCase(RenderNameCase.LOWER)
          .withRenderSchema(false)
          .withRenderCatalog(false)
          .withExecuteLogging(false)
          .withInListPadding(true)
          .withFetchWarnings(false);

  private Reads() {}

  /**
   * Each statement takes a connection and gives it back, so that work which needs none, or which
   * waits for another system in between, keeps none from others.
   */
  static <T extends @Nullable Object> T run(
      PostgresShares.Share connections, InstantSource clock, Function<Transaction, T> work) {
    try {
      return work.apply(new Transaction(connections, Engine.POSTGRES, clock, Instant.EPOCH));
    } catch (RuntimeException failed) {
      throw Failures.told(failed);
    }
  }

  /** All statements are of one transaction on one connection; there is nothing to commit. */
  static <T extends @Nullable Object> T snapshot(
      PostgresShares.Share connections, InstantSource clock, Function<Transaction, T> work) {
    try {
      Connection connection = connections.acquire();
      try {
        return seen(connection, clock, work);
      } finally {
        connections.release(connection);
      }
    } catch (SQLException broken) {
      throw Failures.told("the snapshot was lost", broken);
    } catch (RuntimeException failed) {
      throw Failures.told(failed);
    }
  }

  private static <T extends @Nullable Object> T seen(
      Connection connection, InstantSource clock, Function<Transaction, T> work)
      throws SQLException {
    connection.setAutoCommit(false);
    Transaction transaction =
        new Transaction(
            new DefaultConnectionProvider(connection), Engine.POSTGRES, clock, Instant.EPOCH);
    T seen;
    try {
      transaction.sql().execute("set transaction isolation level repeatable read, read only");
      seen = work.apply(transaction);
    } catch (RuntimeException refusal) {
      Failures.rollBack(connection, refusal);
      throw refusal;
    }
    connection.rollback();
    return seen;
  }
}
