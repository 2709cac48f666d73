package org.carillon.app.installation;

import java.net.UnknownHostException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.InstantSource;
import org.carillon.app.settings.StorageSettings;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.PostgresAccess;
import org.carillon.platform.db.PostgresDatabase;
import org.carillon.platform.db.SqliteDatabase;
import org.jspecify.annotations.Nullable;

/** Opens the database that the settings name. */
final class Storage {

  private Storage() {}

  /**
   * Returns whether a schema was begun there; makes nothing.
   *
   * @throws FailureException when PostgreSQL cannot be reached
   */
  static boolean isBegun(StorageSettings settings) {
    if (!settings.postgres()) {
      return Files.exists(settings.sqliteFile());
    }
    try {
      return PostgresDatabase.isBegun(access(settings));
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
      return PostgresDatabase.open(access(settings), clock, settings.connections());
    } catch (RuntimeException failed) {
      throw unusable(settings, failed);
    }
  }

  private static PostgresAccess access(StorageSettings settings) {
    return new PostgresAccess(
        settings.databaseUrl().text(), orNull(settings.user()), orNull(settings.password().text()));
  }

  /** Returns the name of the data folder or database, without secrets. */
  static String name(StorageSettings settings) {
    return settings.postgres()
        ? "the database " + withoutParameters(settings.databaseUrl().text())
        : "the data folder " + settings.folder().toAbsolutePath().normalize();
  }

  private static FailureException unusable(StorageSettings settings, RuntimeException failed) {
    return new FailureException(
        masked(
            "PostgreSQL at %s cannot be used: %s."
                .formatted(withoutParameters(settings.databaseUrl().text()), root(failed)),
            settings.password().text()),
        failed);
  }

  /** A server of before goes on reading what a migration drops, so none may be running then. */
  private static Database sqlite(StorageSettings settings, InstantSource clock) {
    return isOutdated(settings)
        ? DataFolder.exclusively(settings.folder(), () -> current(settings, clock))
        : current(settings, clock);
  }

  private static boolean isOutdated(StorageSettings settings) {
    try {
      return SqliteDatabase.isOutdated(settings.sqliteFile());
    } catch (RuntimeException failed) {
      throw unreadable(settings, failed);
    }
  }

  private static Database current(StorageSettings settings, InstantSource clock) {
    try {
      return SqliteDatabase.open(settings.sqliteFile(), clock, settings.queue());
    } catch (SQLException | RuntimeException failed) {
      throw unreadable(settings, failed);
    }
  }

  private static FailureException unreadable(StorageSettings settings, Exception failed) {
    return new FailureException(
        "The database %s cannot be used: %s.".formatted(settings.sqliteFile(), root(failed)),
        failed);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Host and database: what follows the {@code ?} may name a user or hold a key's password. */
  private static String withoutParameters(String url) {
    return url.replaceFirst("\\?.*", "");
  }

  /** The sentence without a password, wherever the driver has put it. */
  private static String masked(String message, String password) {
    String named = message.replaceAll("(?i)(password=)[^&\\s]*", "$1***");
    return password.isEmpty() ? named : named.replace(password, "***");
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
