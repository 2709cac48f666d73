package org.carillon.server.platform.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Hands out connections that keep their prepared statements, to the files that were there at the
 * start and to no others.
 */
final class CachingSource implements DataSource {

  private final DataSource source;

  private final FileIdentity files;

  CachingSource(DataSource source, FileIdentity files) {
    this.source = source;
    this.files = files;
  }

  @Override
  public Connection getConnection() throws SQLException {
    files.verify();
    return new StatementCache(source.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    files.verify();
    return new StatementCache(source.getConnection(user, password));
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    source.setLogWriter(writer);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
