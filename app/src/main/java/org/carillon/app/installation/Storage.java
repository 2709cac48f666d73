package org.carillon.app.installation;

import java.net.UnknownHostException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.InstantSource;
import org.carillon.app.settings.StorageSettings;
import org.carillon.server.platform.db.Database;
import org.carillon.server.platform.db.PostgresDatabase;
import org.carillon.server.platform.db.SqliteDatabase;

/** Opens the database that the settings name. */
final class Storage {

  private Storage() {}

  /**
   * Whether a schema was begun there; makes nothing.
   *
   * @throws FailureException when PostgreSQL cannot be reached
   */
  static boolean isBegun(StorageSettings settings) {
    if (!settings.postgres()) {
      return Files.exists(settings.sqliteFile());
    }
    try {
      return PostgresDatabase.isBegun(settings.databaseUrl().text());
    } catch (RuntimeException failed) {
      throw unusable(settings, failed);
    }
  }

  /**
   * Opens it and brings its schema up to date.
   *
   * @throws FailureException when it cannot be reached or used
   */
  static Database open(StorageSettings settings, InstantSource clock) {
    return settings.postgres() ? postgres(settings, clock) : sqlite(settings, clock);
  }

  private static Database postgres(StorageSettings settings, InstantSource clock) {
    try {
      return PostgresDatabase.open(settings.databaseUrl().text(), clock, settings.connections());
    } catch (RuntimeException failed) {
      throw unusable(settings, failed);
    }
  }

  /** Where it is, in words and without secrets. */
  static String name(StorageSettings settings) {
    return settings.postgres()
        ? "the database " + withoutSecrets(settings.databaseUrl().text())
        : "the data folder " + settings.folder().toAbsolutePath().normalize();
  }

  private static FailureException unusable(StorageSettings settings, RuntimeException failed) {
    return new FailureException(
        "PostgreSQL at %s cannot be used: %s."
            .formatted(withoutSecrets(settings.databaseUrl().text()), root(failed)),
        failed);
  }

  private static Database sqlite(StorageSettings settings, InstantSource clock) {
    try {
      return SqliteDatabase.open(settings.sqliteFile(), clock, settings.queue());
    } catch (SQLException | RuntimeException failed) {
      throw new FailureException(
          "The database %s cannot be used: %s.".formatted(settings.sqliteFile(), root(failed)),
          failed);
    }
  }

  /** Host and database: user and password stand before the {@code @} or after the {@code ?}. */
  private static String withoutSecrets(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
  }

  /** The first line of the innermost message, which names the fault and no wrapper. */
  private static String root(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message =
        switch (cause) {
          case UnknownHostException unknown -> "there is no host " + unknown.getMessage();
          case Throwable other when other.getMessage() != null -> other.getMessage();
          default -> "it does not answer";
        };
    return message.lines().findFirst().orElse(message).replaceFirst("\\.$", "");
  }
}
