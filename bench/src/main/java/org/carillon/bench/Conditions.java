package org.carillon.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carillon.app.installation.Installation;
import org.carillon.app.installation.ServerAssembly;
import org.carillon.app.settings.Settings;
import org.carillon.platform.db.Engine;
import org.carillon.platform.identity.Organizations;
import org.carillon.platform.operations.OperationRunner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of every benchmark: clients, times, engines and folder. */
final class Conditions {

  /** The most that an answer that people wait for may take at p99. */
  static final double GOAL_MILLIS = 50;

  @Option(names = "--clients", description = "clients at once; each benchmark has its own number")
  private @Nullable Integer clients;

  @Option(names = "--warm-up", description = "seconds before each measurement")
  private int warmUp = 5;

  @Option(names = "--measure", description = "seconds of each measurement")
  private int measured = 5;

  @Option(names = "--engine", description = "only one of ${COMPLETION-CANDIDATES}")
  private @Nullable Engine only;

  @Option(names = "--folder", description = "where a new folder for the databases is made")
  private Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));

  @Option(
      names = "--stock",
      description = "the folder that an earlier run made, to be measured without filling it anew")
  private @Nullable Path stock;

  Conditions() {}

  /** Measures one engine in a folder of its own; {@code databaseUrl} is empty for SQLite. */
  @FunctionalInterface
  interface Measurement {

    /** Whether everything was as it should be. */
    boolean of(Engine engine, Path data, String databaseUrl) throws Exception;
  }

  int clients(int usual) {
    return clients == null ? usual : clients;
  }

  Load load() {
    return new Load(Duration.ofSeconds(warmUp), Duration.ofSeconds(measured));
  }

  /** Prints what the figures were measured on, and measures each engine; answers the exit code. */
  int onEach(int usualClients, Measurement measurement) throws Exception {
    Path work =
        stock == null
            ? Files.createTempDirectory(Files.createDirectories(folder), "carillon-bench-")
            : stock;
    IO.println(Machine.describe(work));
    IO.println(
        "Clients: %d; %d s of warm-up and %d s of measurement each."
            .formatted(clients(usualClients), warmUp, measured));
    Set<Engine> engines = only == null ? EnumSet.allOf(Engine.class) : EnumSet.of(only);
    boolean met = true;
    for (Engine engine : engines) {
      Path data = Files.createDirectories(work.resolve(engine.name().toLowerCase(Locale.ROOT)));
      met &= measure(engine, data, measurement);
    }
    IO.println("Databases and logs are in " + work + ".");
    return met ? 0 : 1;
  }

  private static boolean measure(Engine engine, Path data, Measurement measurement)
      throws Exception {
    return switch (engine) {
      case SQLITE -> measurement.of(engine, data, "");
      case POSTGRES -> {
        // The library spares tests the syncing of disks; here that would flatter.
        try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_wal_size", "8GB")
                // As an operator would set it for so many rows; the default is 128 MB.
                .setServerConfig("shared_buffers", "1GB")
                .setDataDirectory(data.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .start()) {
          yield measurement.of(engine, data, postgres.getJdbcUrl("postgres", "postgres"));
        }
      }
    };
  }

  /** Returns whether the databases were filled by an earlier run. */
  boolean isStocked() {
    return stock != null;
  }

  /** The organization that is measured: that of the stock, or a new one. */
  String organization(Installation installation) {
    Organizations organizations = new Organizations(installation.database(), installation.ids());
    return isStocked()
        ? organizations.list("", 1).getFirst().organizationId()
        : organizations.create("Bench").organizationId();
  }

  /** The settings of a server on that engine, as a first start makes them. */
  static Settings settings(Path data, String databaseUrl) {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("--data", data.toString());
    if (!databaseUrl.isEmpty()) {
      flags.put("--database-url", databaseUrl);
    }
    return Settings.read(flags, Map.of(), data);
  }

  /** Does what PostgreSQL does by itself some time after so many rows came. */
  static void vacuum(String databaseUrl) throws SQLException {
    try (java.sql.Connection connection = DriverManager.getConnection(databaseUrl);
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  /** The server's behaviour without its web server. */
  static OperationRunner runner(Installation installation) {
    return ServerAssembly.features(installation, new SimpleMeterRegistry()).runner();
  }

  /** The engine by the name that people know it by. */
  static String words(Engine engine) {
    return switch (engine) {
      case SQLITE -> "SQLite";
      case POSTGRES -> "PostgreSQL";
    };
  }

  /** The processor time that this process has taken. */
  static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }
}
