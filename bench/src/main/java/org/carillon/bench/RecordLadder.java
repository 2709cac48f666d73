package org.carillon.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.RecordOutcome;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.server.Carillon;
import org.carillon.server.platform.identity.Organizations;
import org.carillon.server.pool.OwnPool;

/** Measures the records of one engine: writing them, and reading what users may see of many. */
final class RecordLadder {

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
   * @return how many operations went wrong
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
    List<Figures> figures =
        List.of(
            run(
                "visible records, first page",
                all.looking(random -> of(RecordClients.anybody(random)))),
            run(
                "visible records, a page of some day",
                all.looking(random ->
                    of(RecordClients.anybody(random))
                        .startedBefore(
                            stock.begun().plus(Duration.ofDays(1 + random.nextInt(364)))))),
            run(
                "visible records, missed calls",
                all.looking(
                    random -> of(RecordClients.anybody(random)).outcome(RecordOutcome.MISSED))),
            run(
                "visible records, a colleague's",
                all.looking(random ->
                    of(RecordClients.anybody(random))
                        .involvedUserId(RecordClients.anybody(random)))),
            run(
                "visible records of one with 200 lines",
                all.looking(random -> of(RecordStock.BUSY))),
            run("PutRecord", all.putting()),
            run("BatchPutRecord of " + RecordClients.BATCH, all.puttingBatches()));
    figures.forEach(report::add);
    IO.println("\n" + report.text() + "\n");
    return figures.stream().mapToLong(Figures::failed).sum();
  }

  private static ListVisibleRecordsInput.Builder of(String userId) {
    return ListVisibleRecordsInput.builder().userId(userId);
  }

  private Figures run(String name, List<Client> all) throws Exception {
    return load.run(
        name, () -> ProcessHandle.current().info().totalCpuDuration().orElseThrow(), all);
  }
}
