package org.carillon.platform.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Gives a suite databases of either engine, each belonging to a folder, usually a {@code TempDir}:
 * an empty one at first, and the same one again when a test opens the folder again, as another node
 * or a later start would. PostgreSQL is one server for the whole JVM, on loopback.
 */
public final class TestDatabases {

  private static final String TEMPLATE = "migrated";
  private static final Map<Path, String> NAMES = new HashMap<>();
  private static @Nullable EmbeddedPostgres server;
  private static @Nullable Path template;
  private static int made;

  private TestDatabases() {}

  /** Opens the folder's database of that engine; the caller closes it. */
  public static Database open(Engine engine, Path folder, InstantSource clock) {
    return switch (engine) {
      case SQLITE -> {
        Path file = folder.resolve("carillon.sqlite");
        try {
          if (!Files.exists(file)) {
            Files.copy(template(), file);
          }
          yield SqliteDatabase.open(file, clock, 1000);
        } catch (SQLException | IOException broken) {
          throw new IllegalStateException(broken);
        }
      }
      case POSTGRES -> PostgresDatabase.open(url(folder), clock, 8);
    };
  }

  /**
   * Makes the folder's database as that migration left it, or brings it there from an earlier one.
   * The caller closes the connection.
   */
  public static Connection migratedTo(int version, Engine engine, Path folder) throws SQLException {
    return migrated(MigrationVersion.fromVersion(String.valueOf(version)), engine, folder);
  }

  /** Brings the folder's database up to date. The caller closes the connection. */
  public static Connection migrated(Engine engine, Path folder) throws SQLException {
    return migrated(MigrationVersion.LATEST, engine, folder);
  }

  private static Connection migrated(MigrationVersion version, Engine engine, Path folder)
      throws SQLException {
    String url =
        switch (engine) {
          // A commit for each migration need not reach the disk.
          case SQLITE -> "jdbc:sqlite:" + folder.resolve("carillon.sqlite") + "?synchronous=OFF";
          case POSTGRES -> url(folder, "template0");
        };
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration")
        .placeholders(engine.placeholders())
        .target(version)
        .load()
        .migrate();
    return DriverManager.getConnection(url);
  }

  /** The {@code jdbc:postgresql:} URL of the folder's database. */
  public static String url(Path folder) {
    // A copy of a migrated database is there many times sooner than a migrated one.
    return url(folder, TEMPLATE);
  }

  private static synchronized String url(Path folder, String template) {
    try {
      EmbeddedPostgres postgres = server();
      String name = NAMES.get(folder);
      if (name == null) {
        name = "test" + ++made;
        dropForgotten(postgres);
        execute(postgres, "create database " + name + " template " + template);
        NAMES.put(folder, name);
      }
      return postgres.getJdbcUrl("postgres", name);
    } catch (IOException | SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** A migrated file of SQLite: to copy it takes a tenth of the time of the migrations. */
  private static synchronized Path template() throws IOException, SQLException {
    Path made = template;
    if (made == null) {
      Path folder = Files.createTempDirectory("carillon");
      folder.toFile().deleteOnExit();
      made = folder.resolve("migrated.sqlite");
      SqliteDatabase.open(made, InstantSource.system(), 1).close();
      made.toFile().deleteOnExit();
      template = made;
    }
    return made;
  }

  private static EmbeddedPostgres server() throws IOException, SQLException {
    EmbeddedPostgres running = server;
    if (running == null) {
      running = EmbeddedPostgres.builder().start();
      execute(running, "create database " + TEMPLATE);
      PostgresDatabase.open(running.getJdbcUrl("postgres", TEMPLATE), InstantSource.system(), 2)
          .close();
      server = running;
    }
    return running;
  }

  /** Drops the databases whose folders are gone, or a long run would fill the disk. */
  private static void dropForgotten(EmbeddedPostgres postgres) throws SQLException {
    for (var each : Map.copyOf(NAMES).entrySet()) {
      if (!Files.exists(each.getKey())) {
        execute(postgres, "drop database " + each.getValue() + " with (force)");
        NAMES.remove(each.getKey());
      }
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
