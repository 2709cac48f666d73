package org.carillon.app.settings;

import java.nio.file.Path;

/**
 * Where everything is kept.
 *
 * @param folder the data folder, made when it is missing
 * @param databaseUrl a {@code jdbc:postgresql:} URL, which may hold a password; empty for SQLite
 * @param connections how many connections to PostgreSQL at most
 * @param queue how many writes may wait for SQLite's writer
 */
public record StorageSettings(Path folder, Secret databaseUrl, int connections, int queue) {

  static StorageSettings from(SettingValues values) {
    return new StorageSettings(
        values.get(Setting.DATA),
        values.get(Setting.DATABASE_URL),
        values.get(Setting.DATABASE_CONNECTIONS),
        values.get(Setting.DATABASE_QUEUE));
  }

  /** Whether PostgreSQL serves instead of the embedded SQLite. */
  public boolean postgres() {
    return !databaseUrl.isEmpty();
  }

  /** The embedded database's file. */
  public Path sqliteFile() {
    return folder.resolve("carillon.db");
  }
}
