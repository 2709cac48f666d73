package org.carillon.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Function;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.RecordOutcome;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.server.Carillon;
import org.carillon.server.platform.identity.Organizations;
import org.carillon.server.pool.OwnPool;

/** Measures the records of one engine: writing them, and reading what users may see of many. */
final class RecordLadder {

  /** The most that a page may take at p99. */
  private static final double GOAL_MILLIS = 50;

  private final Load load;
  private final int clients;
  private final Path folder;
  private final long records;

  RecordLadder(Load load, int clients, Path folder, long records) {
    this.load = load;
    this.clients = clients;
    this.folder = folder;
    this.records = records;
  }

  /**
   * Measures and prints a table.
   *
   * @param databaseUrl empty for SQLite in the folder
   * @return how many operations went wrong, and how many ways to look took too long
   */
  long climb(String engine, String databaseUrl) throws Exception {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("--data", folder.resolve("data").toString());
    if (!databaseUrl.isEmpty()) {
      flags.put("--database-url", databaseUrl);
    }
    try (Installation installation = Installation.open(Settings.read(flags, Map.of(), folder))) {
      Instant now = installation.clock().instant();
      String organization =
          new Organizations(installation.database()).create("Bench").organizationId();
      long begun = System.nanoTime();
      RecordStock stock = RecordStock.fill(installation.database(), organization, records, now);
      IO.println(
          String.format(
              Locale.ROOT,
              "%s: %,d records stocked in %d s.",
              engine,
              records,
              Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
      Carillon carillon =
          new Carillon(
              installation.database(),
              installation.keys(),
              installation.vault(),
              new OwnPool(
                  installation.database(), installation.clock(), installation.settings().pool()),
              installation.settings().sipDomain(),
              installation.settings().quotas(),
              new SimpleMeterRegistry());
      return print(engine, stock, new RecordClients(carillon.runner(), stock, now, clients));
    }
  }

  private long print(String engine, RecordStock stock, RecordClients all) throws Exception {
    Report report = new Report(engine);
    StringJoiner looks = new StringJoiner("\n");
    long wrong = 0;
    for (Look each : looks(stock)) {
      RecordClients.Looks done = new RecordClients.Looks();
      Figures figures = run("visible records, " + each.name(), all.looking(each.query(), done));
      report.add(figures);
      looks.add(
          String.format(
              Locale.ROOT,
              "%s: %.1f pages until %d records were found or the list ended.",
              each.name(),
              done.pagesEach(),
              RecordClients.PAGE));
      wrong += figures.failed() + (figures.latencies().millis(0.99) < GOAL_MILLIS ? 0 : 1);
    }
    for (Figures figures :
        List.of(
            run("PutRecord", all.putting()),
            run("BatchPutRecord of " + RecordClients.BATCH, all.puttingBatches()))) {
      report.add(figures);
      wrong += figures.failed();
    }
    IO.println("\n" + report.text() + "\n\n" + looks + "\n");
    return wrong;
  }

  /**
   * A way to look at records.
   *
   * @param query makes one for a user chosen at random
   */
  private record Look(String name, Function<Random, ListVisibleRecordsInput.Builder> query) {}

  private static List<Look> looks(RecordStock stock) {
    return List.of(
        new Look("first page", random -> of(RecordClients.anybody(random))),
        new Look(
            "a page of some day",
            random ->
                of(RecordClients.anybody(random))
                    .startedBefore(stock.begun().plus(Duration.ofDays(1 + random.nextInt(364))))),
        new Look(
            "missed calls",
            random -> of(RecordClients.anybody(random)).outcome(RecordOutcome.MISSED)),
        new Look(
            "a colleague's",
            random ->
                of(RecordClients.anybody(random)).involvedUserId(RecordClients.anybody(random))),
        new Look("of one with 200 lines", _ -> of(RecordStock.BUSY)));
  }

  private static ListVisibleRecordsInput.Builder of(String userId) {
    return ListVisibleRecordsInput.builder().userId(userId);
  }

  private Figures run(String name, List<Client> all) throws Exception {
    return load.run(
        name, () -> ProcessHandle.current().info().totalCpuDuration().orElseThrow(), all);
  }
}
