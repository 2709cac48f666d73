package org.carillon.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/**
 * A connection that keeps its prepared statements, least recently used first out. SQLite's driver
 * parses anew on every prepare, which costs more than most of our statements do.
 */
final class StatementCache extends DefaultConnection {

  private static final int LIMIT = 256;

  private final Map<String, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);

  StatementCache(Connection connection) {
    super(connection);
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    Kept found = kept.get(sql);
    if (found != null && !found.lent) {
      found.lent = true;
      return found;
    }
    PreparedStatement made = getDelegate().prepareStatement(sql);
    if (found != null) {
      // The kept one is still being read, so this one serves once and is closed.
      return made;
    }
    Kept keep = new Kept(made);
    kept.put(sql, keep);
    if (kept.size() > LIMIT) {
      evict();
    }
    return keep;
  }

  private void evict() throws SQLException {
    for (var entry : kept.entrySet()) {
      if (!entry.getValue().lent) {
        kept.remove(entry.getKey());
        entry.getValue().getDelegate().close();
        return;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (Kept each : kept.values()) {
      each.getDelegate().close();
    }
    kept.clear();
    super.close();
  }

  /** A statement whose close gives it back to the cache. */
  private static final class Kept extends DefaultPreparedStatement {

    private boolean lent = true;

    Kept(PreparedStatement statement) {
      super(statement);
    }

    @Override
    public void close() throws SQLException {
      var results = getDelegate().getResultSet();
      if (results != null) {
        results.close();
      }
      getDelegate().clearBatch();
      getDelegatePreparedStatement().clearParameters();
      lent = false;
    }

    @Override
    public boolean isClosed() {
      return !lent;
    }
  }
}
