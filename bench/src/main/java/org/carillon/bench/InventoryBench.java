package org.carillon.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.server.Carillon;
import org.carillon.server.platform.db.Engine;
import org.carillon.server.platform.identity.Organizations;
import org.carillon.server.pool.OwnPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures searches of a large inventory, in this process. */
@Command(
    name = "inventory",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures searches of a large inventory and prints a table in Markdown.")
final class InventoryBench implements Callable<Integer> {

  private static final double GOAL_MILLIS = 50;

  @Option(names = "--numbers", description = "how many numbers the inventory has")
  private int numbers = 1_000_000;

  @Option(names = "--warm-up", description = "seconds before each measurement")
  private int warmUp = 2;

  @Option(names = "--measure", description = "seconds of each measurement")
  private int measured = 5;

  @Option(names = "--clients", description = "clients at once")
  private int clients = 1;

  @Option(names = "--engine", description = "only one of ${COMPLETION-CANDIDATES}")
  private @Nullable Engine only;

  @Option(names = "--folder", description = "where a new folder for the databases is made")
  private Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));

  private InventoryBench() {}

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory(Files.createDirectories(folder), "carillon-inventory-");
    IO.println(Machine.describe(work));
    Set<Engine> engines = only == null ? EnumSet.allOf(Engine.class) : EnumSet.of(only);
    boolean met = true;
    for (Engine engine : engines) {
      Path data = Files.createDirectory(work.resolve(engine.name().toLowerCase(Locale.ROOT)));
      met &= measure(engine, data);
    }
    IO.println("The databases are in " + work + ".");
    return met ? 0 : 1;
  }

  private boolean measure(Engine engine, Path data) throws Exception {
    return switch (engine) {
      // Filling needs room and no syncing; what is measured goes through the server's own pool.
      case SQLITE ->
          measure(
              engine,
              data,
              "",
              "jdbc:sqlite:"
                  + data.resolve("carillon.db")
                  + "?cache_size=-1000000&synchronous=OFF&temp_store=MEMORY");
      case POSTGRES -> {
        try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("max_wal_size", "8GB")
                .setDataDirectory(data.resolve("postgresql"))
                .start()) {
          String url = postgres.getJdbcUrl("postgres", "postgres");
          yield measure(engine, data, url, url);
        }
      }
    };
  }

  private boolean measure(Engine engine, Path data, String setting, String url) throws Exception {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("--data", data.toString());
    if (!setting.isEmpty()) {
      flags.put("--database-url", setting);
    }
    try (Installation installation = Installation.open(Settings.read(flags, Map.of(), data))) {
      String organization =
          new Organizations(installation.database()).create("Bench").organizationId();
      try (Connection connection = DriverManager.getConnection(url)) {
        new InventoryStock(organization, numbers).fill(connection);
        if (engine == Engine.POSTGRES) {
          // As its own job does some time after so many rows came.
          connection.createStatement().execute("vacuum analyze");
        }
      }
      return run(engine, new InventorySearches(carillon(installation).runner(), organization));
    }
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static Carillon carillon(Installation installation) {
    return new Carillon(
        installation.database(),
        installation.keys(),
        installation.vault(),
        new OwnPool(installation.database(), installation.clock(), installation.settings().pool()),
        installation.settings().sipDomain(),
        installation.settings().quotas(),
        new SimpleMeterRegistry());
  }

  private boolean run(Engine engine, InventorySearches searches) throws Exception {
    Load load = new Load(Duration.ofSeconds(warmUp), Duration.ofSeconds(measured));
    IO.println("\n### %s, %,d numbers\n".formatted(engine, numbers));
    IO.println("| search | p50 ms | p99 ms | most ms | CPU ms each | pages | errors |");
    IO.println("|---|---:|---:|---:|---:|---:|---:|");
    boolean met = true;
    for (InventorySearches.Search search : InventorySearches.all()) {
      Figures figures =
          load.run(search.name(), InventoryBench::cpu, searches.clients(search, clients));
      double p99 = figures.latencies().millis(0.99);
      IO.println(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f | %.2f | %,d | %d |",
              search.name(),
              figures.latencies().millis(0.5),
              p99,
              figures.latencies().millis(1),
              figures.cpuMicros() / 1_000,
              figures.latencies().count(),
              figures.failed()));
      met &= p99 < GOAL_MILLIS && figures.failed() == 0;
    }
    return met;
  }
}
