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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shares of a pool's connections. No organization has more than three quarters at once, so that
 * a crowd of its requests leaves connections to others. Work of no organization may have all.
 */
final class PostgresShares implements AutoCloseable {

  /**
   * How long a request waits for other requests of its organization. Hot numbers make queues that
   * move. A lost database empties the queue at once, as each request fails in its turn.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(PostgresShares.class);

  private final PostgresPool pool;

  /** An organization has a semaphore while its requests hold connections or wait for one. */
  private final LoadingCache<String, Semaphore> shares;

  PostgresShares(PostgresPool pool) {
    this.pool = pool;
    int size = pool.getMaximumPoolSize();
    int most = size - Math.max(1, size / 4);
    this.shares =
        Caffeine.newBuilder().weakValues().build(organization -> new Semaphore(most, true));
  }

  /** The share of that organization; the caller releases each connection that it acquires. */
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
   * The share of one organization.
   *
   * @param free the connections that it may take now; null where it may take all
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
          throw new DatabaseBusyException(
              "the organization uses all connections that it may use; try again");
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

    /** Gives the connection back. A broken one changes nothing of what was committed or read. */
    @Override
    public void release(Connection connection) {
      try {
        connection.close();
      } catch (SQLException broken) {
        LOG.warn("A connection broke after its work: {}", broken.toString());
        pool.evictConnection(connection);
      } finally {
        if (free != null) {
          free.release();
        }
      }
    }
  }
}
