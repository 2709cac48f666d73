package org.carillon.platform.db;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a pool as organizations have them: none has more than three quarters at once,
 * so that a crowd of one organization's requests leaves connections to others. What belongs to no
 * organization may have all.
 */
final class PostgresShares implements AutoCloseable {

  /**
   * How long requests wait for those of their own organization. Hot numbers make queues that move;
   * a lost database empties this one at once, as each that has its turn is told so.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PostgresPool pool;

  /** An organization has a semaphore for as long as a connection is held or waited for. */
  private final LoadingCache<String, Semaphore> shares;

  PostgresShares(PostgresPool pool) {
    this.pool = pool;
    int size = pool.getMaximumPoolSize();
    int most = size - Math.max(1, size / 4);
    this.shares =
        Caffeine.newBuilder().weakValues().build(organization -> new Semaphore(most, true));
  }

  /** The connections as that organization has them; each that is acquired is released again. */
  Share of(String organization) {
    return organization.equals(Database.OWN_TURN)
        ? new Share(pool, null)
        : new Share(pool, shares.get(organization));
  }

  @Override
  public void close() {
    pool.close();
  }

  /**
   * What one organization has.
   *
   * @param free how many connections it may take now; null where all that there are
   */
  record Share(PostgresPool pool, @Nullable Semaphore free) implements ConnectionProvider {

    /**
     * Waits for the organization's turn, and then as long as the pool does for a connection.
     *
     * @throws DatabaseBusyException when the organization's own requests keep its share for longer
     */
    @Override
    public Connection acquire() {
      if (free == null) {
        return connection();
      }
      try {
        if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new DatabaseBusyException("the organization has all connections that it may have");
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new DatabaseBusyException("the wait for a connection was interrupted", interrupted);
      }
      boolean connected = false;
      try {
        Connection connection = connection();
        connected = true;
        return connection;
      } finally {
        if (!connected) {
          free.release();
        }
      }
    }

    private Connection connection() {
      try {
        return pool.getConnection();
      } catch (SQLException none) {
        throw new DataAccessException("no connection: " + none.getMessage(), none);
      }
    }

    @Override
    public void release(Connection connection) {
      try {
        connection.close();
      } catch (SQLException broken) {
        throw new DataAccessException("a connection was not given back", broken);
      } finally {
        if (free != null) {
          free.release();
        }
      }
    }
  }
}
