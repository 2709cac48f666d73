package org.carillon.bench;

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
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.server.platform.db.Engine;
import org.carillon.server.platform.identity.Organizations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures reads as of an instant over millions of assignments, in this process. */
@Command(
    name = "past",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures reads of the past and prints a table in Markdown an engine.")
final class PastBench implements Callable<Integer> {

  @Option(names = "--numbers", description = "numbers; each has ten assignments")
  private int numbers = 1_000_000;

  @Option(names = "--clients", description = "clients at once")
  private int clients = 2;

  @Option(names = "--warm-up", description = "seconds before each measurement")
  private int warmUp = 5;

  @Option(names = "--measure", description = "seconds of each measurement")
  private int measured = 10;

  @Option(names = "--engine", description = "only one of ${COMPLETION-CANDIDATES}")
  private @Nullable Engine only;

  @Option(names = "--folder", description = "where a new folder for the databases is made")
  private Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));

  private PastBench() {}

  /** Measures and prints; the exit code is 1 when a page took 50 ms or more at p99. */
  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory(Files.createDirectories(folder), "carillon-past-");
    IO.println(Machine.describe(work));
    IO.println(
        "%,d numbers, %,d assignments; %d clients, %d s of warm-up and %d s of measurement each."
            .formatted(numbers, numbers * PastStock.ENTRIES, clients, warmUp, measured));
    boolean quick = true;
    Set<Engine> engines = only == null ? EnumSet.allOf(Engine.class) : EnumSet.of(only);
    for (Engine engine : engines) {
      Path data = Files.createDirectory(work.resolve(engine.name().toLowerCase(Locale.ROOT)));
      quick &=
          switch (engine) {
            case SQLITE -> measure(engine, data, "jdbc:sqlite:" + data.resolve("carillon.db"));
            case POSTGRES -> {
              try (EmbeddedPostgres postgres =
                  EmbeddedPostgres.builder()
                      .setServerConfig("max_wal_size", "8GB")
                      .setDataDirectory(data.resolve("postgresql"))
                      .start()) {
                yield measure(engine, data, postgres.getJdbcUrl("postgres", "postgres"));
              }
            }
          };
    }
    IO.println("The databases are in " + work + ".");
    return quick ? 0 : 1;
  }

  private boolean measure(Engine engine, Path data, String url) throws Exception {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("--data", data.toString());
    if (engine == Engine.POSTGRES) {
      flags.put("--database-url", url);
    }
    Settings settings = Settings.read(flags, Map.of(), data);
    PastStock stock;
    try (Installation installation = Installation.open(settings)) {
      stock =
          new PastStock(
              new Organizations(installation.database()).create("Bench").organizationId(), numbers);
    }
    long begun = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(url)) {
      stock.fill(connection, engine);
    }
    Duration filled = Duration.ofNanos(System.nanoTime() - begun);
    try (Installation installation = Installation.open(settings)) {
      return read(engine, filled, new PastReads(installation, stock));
    }
  }

  private boolean read(Engine engine, Duration filled, PastReads reads) throws Exception {
    Map<String, PastReads.Read> all = new LinkedHashMap<>();
    all.put("ListPhoneNumbersAsOf, a page of 100 from anywhere", reads::inventory);
    all.put("ListPhoneNumberAssignments, at an instant", reads::whoHeld);
    all.put("ListPhoneNumberAssignments, the whole history", reads::history);
    all.put("ListHolderAssignments, a user at an instant", reads::userHeld);
    all.put("ListHolderAssignments, a connector at an instant", reads::connectorHeld);
    Load load = new Load(Duration.ofSeconds(warmUp), Duration.ofSeconds(measured));
    StringJoiner table = new StringJoiner("\n");
    table.add("### %s, filled in %d s\n".formatted(engine, filled.toSeconds()));
    table.add("| | reads/s | p50 ms | p99 ms | p99.9 ms | nobody or nothing | errors |");
    table.add("|---|---:|---:|---:|---:|---:|---:|");
    boolean quick = true;
    for (Map.Entry<String, PastReads.Read> each : all.entrySet()) {
      Figures figures =
          load.run(each.getKey(), () -> Duration.ZERO, reads.clients(clients, each.getValue()));
      quick &= figures.failed() == 0 && figures.latencies().millis(0.99) < 50;
      table.add(row(figures));
    }
    IO.println("\n" + table + "\n");
    return quick;
  }

  private static String row(Figures figures) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %.2f | %.2f | %.0f %% | %,d |",
        figures.name(),
        figures.rate(),
        figures.latencies().millis(0.5),
        figures.latencies().millis(0.99),
        figures.latencies().millis(0.999),
        100.0 * figures.refused() / Math.max(1, figures.latencies().count()),
        figures.failed());
  }
}
