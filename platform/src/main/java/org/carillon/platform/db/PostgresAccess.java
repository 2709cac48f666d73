package org.carillon.platform.db;

import org.jspecify.annotations.Nullable;

/**
 * How to get at a PostgreSQL database.
 *
 * @param url a {@code jdbc:postgresql:} URL
 * @param user null where the URL or the driver says
 * @param password null where the server asks for none
 */
public record PostgresAccess(String url, @Nullable String user, @Nullable String password) {

  /** By the URL alone. */
  public PostgresAccess(String url) {
    this(url, null, null);
  }

  @Override
  public String toString() {
    return "PostgresAccess[" + user + "]";
  }
}
