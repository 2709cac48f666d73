package org.carillon.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.platform.db.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures searches of a large inventory, in this process. */
@Command(
    name = "inventory",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures searches of a large inventory and prints a table in Markdown.")
final class InventoryBench implements Callable<Integer> {

  @Option(names = "--numbers", description = "how many numbers the inventory has")
  private int numbers = 1_000_000;

  @Mixin private Conditions conditions = new Conditions();

  private InventoryBench() {}

  /** Measures and prints; the exit code is 1 when a search took 50 ms or more at p99. */
  @Override
  public Integer call() throws Exception {
    return conditions.onEach(1, this::measure);
  }

  private boolean measure(Engine engine, Path data, String databaseUrl) throws Exception {
    Settings settings = Conditions.settings(data, databaseUrl);
    try (Installation installation = Installation.open(settings)) {
      String organization = conditions.organization(installation);
      if (!conditions.isStocked()) {
        fill(organization, engine, data, databaseUrl);
      }
      return run(engine, new InventorySearches(Conditions.runner(installation), organization));
    }
  }

  private void fill(String organization, Engine engine, Path data, String databaseUrl)
      throws SQLException {
    // Filling needs memory and no syncing; the measured searches go through the server's own pool.
    String url =
        engine == Engine.POSTGRES
            ? databaseUrl
            : "jdbc:sqlite:"
                + data.resolve("carillon.db")
                + "?cache_size=-1000000&synchronous=OFF&temp_store=MEMORY";
    try (Connection connection = DriverManager.getConnection(url)) {
      new InventoryStock(organization, numbers).fill(connection);
    }
    if (engine == Engine.POSTGRES) {
      Conditions.vacuum(url);
    }
  }

  private boolean run(Engine engine, InventorySearches searches) throws Exception {
    Load load = conditions.load();
    IO.println("\n### %s, %,d numbers\n".formatted(Conditions.words(engine), numbers));
    IO.println("| search | p50 ms | p99 ms | most ms | CPU ms each | pages | errors |");
    IO.println("|---|---:|---:|---:|---:|---:|---:|");
    boolean met = true;
    for (InventorySearches.Search search : InventorySearches.all()) {
      Figures figures =
          load.run(search.name(), Conditions::cpu, searches.clients(search, conditions.clients(1)));
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
      met &= p99 < Conditions.GOAL_MILLIS && figures.failed() == 0;
    }
    return met;
  }
}
