package org.carillon.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.platform.db.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private Conditions conditions = new Conditions();

  private PastBench() {}

  /** Measures and prints; the exit code is 1 when a page took 50 ms or more at p99. */
  @Override
  public Integer call() throws Exception {
    IO.println("%,d numbers, %,d assignments.".formatted(numbers, numbers * PastStock.ENTRIES));
    return conditions.onEach(1, this::measure);
  }

  private boolean measure(Engine engine, Path data, String databaseUrl) throws Exception {
    Settings settings = Conditions.settings(data, databaseUrl);
    String url =
        engine == Engine.POSTGRES ? databaseUrl : "jdbc:sqlite:" + data.resolve("carillon.db");
    PastStock stock;
    try (Installation installation = Installation.open(settings)) {
      stock = new PastStock(conditions.organization(installation), numbers);
    }
    long begun = System.nanoTime();
    if (!conditions.isStocked()) {
      try (Connection connection = DriverManager.getConnection(url)) {
        stock.fill(connection, engine);
      }
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
    Load load = conditions.load();
    StringJoiner table = new StringJoiner("\n");
    table.add("### %s, filled in %d s\n".formatted(Conditions.words(engine), filled.toSeconds()));
    table.add("| | reads/s | p50 ms | p99 ms | p99.9 ms | nobody or nothing | errors |");
    table.add("|---|---:|---:|---:|---:|---:|---:|");
    boolean quick = true;
    for (Map.Entry<String, PastReads.Read> each : all.entrySet()) {
      Figures figures =
          load.run(
              each.getKey(),
              Conditions::cpu,
              reads.clients(conditions.clients(1), each.getValue()));
      quick &= figures.failed() == 0 && figures.latencies().millis(0.99) < Conditions.GOAL_MILLIS;
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
