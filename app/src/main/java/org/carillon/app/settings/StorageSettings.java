package org.carillon.app.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where everything is kept.
 *
 * @param folder the data folder, made when it is missing
 * @param databaseUrl a {@code jdbc:postgresql:} URL without a password; empty for SQLite
 * @param user user of the connections; empty where the URL has one
 * @param password of that user; empty where none is asked for
 * @param connections how many connections to PostgreSQL at most
 * @param queue how many reads, and as many writes, may wait for SQLite
 */
public record StorageSettings(
    Path folder, Secret databaseUrl, String user, Secret password, int connections, int queue) {

  // The driver puts what it makes of a URL into messages, and hints repeat the flag, so no password
  // must stand there.
  private static final Pattern PASSWORD =
      Pattern.compile("//[^/?]*@|[?&](?:ssl)?password=", Pattern.CASE_INSENSITIVE);

  static StorageSettings from(SettingValues values) {
    if (PASSWORD.matcher(values.get(Setting.DATABASE_URL).text()).find()) {
      throw new SettingsException(
          "%s (set by %s) holds a password, or a user before the host: give them as %s and %s, by the file or the variable %s; sslkey must name a key without a password."
              .formatted(
                  Setting.DATABASE_URL.key(),
                  values.source(Setting.DATABASE_URL),
                  Setting.DATABASE_USER.key(),
                  Setting.DATABASE_PASSWORD.key(),
                  Setting.DATABASE_PASSWORD.variable()));
    }
    return new StorageSettings(
        values.get(Setting.DATA),
        values.get(Setting.DATABASE_URL),
        values.get(Setting.DATABASE_USER),
        values.get(Setting.DATABASE_PASSWORD),
        values.get(Setting.DATABASE_CONNECTIONS),
        values.get(Setting.DATABASE_QUEUE));
  }

  /** Returns whether PostgreSQL serves instead of the embedded SQLite. */
  public boolean postgres() {
    return !databaseUrl.isEmpty();
  }

  /** The embedded database's file. */
  public Path sqliteFile() {
    return folder.resolve("carillon.db");
  }
}
