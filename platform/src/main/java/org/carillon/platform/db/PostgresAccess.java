package org.carillon.platform.db;

import org.jspecify.annotations.Nullable;

/**
 * The URL and the credentials of a PostgreSQL database.
 *
 * @param url a {@code jdbc:postgresql:} URL
 * @param user null where the URL or the driver gives it
 * @param password null where the server needs none
 */
public record PostgresAccess(String url, @Nullable String user, @Nullable String password) {

  /** Access by the URL alone. */
  public PostgresAccess(String url) {
    this(url, null, null);
  }

  @Override
  public String toString() {
    return "PostgresAccess[" + user + "]";
  }
}
