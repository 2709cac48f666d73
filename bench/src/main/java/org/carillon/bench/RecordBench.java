package org.carillon.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.RecordOutcome;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.OperationRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures, in this process, writing records and reading what users may see of very many. */
@Command(
    name = "records",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures records of calls and prints a table in Markdown an engine.")
final class RecordBench implements Callable<Integer> {

  /** A reader waits for a page; writers write beside each other, as engines do. */
  private static final int READERS = 1;

  private static final int WRITERS = 16;

  @Option(names = "--records", description = "how many there are before anything is measured")
  private long records = 10_000_000;

  @Mixin private Conditions conditions = new Conditions();

  private RecordBench() {}

  /**
   * Measures and prints; the exit code is 1 when an operation went wrong or a way to look took 50
   * ms or more at p99.
   */
  @Override
  public Integer call() throws Exception {
    return conditions.onEach(READERS, this::measure);
  }

  private boolean measure(Engine engine, Path data, String databaseUrl) throws Exception {
    Settings settings = Conditions.settings(data, databaseUrl);
    try (Installation installation = Installation.open(settings)) {
      Instant now = installation.clock().instant();
      String organization = conditions.organization(installation);
      long begun = System.nanoTime();
      RecordStock stock =
          conditions.isStocked()
              ? RecordStock.filled(installation.database(), organization)
              : RecordStock.fill(installation.database(), organization, records, now);
      if (!conditions.isStocked() && engine == Engine.POSTGRES) {
        Conditions.vacuum(databaseUrl);
      }
      IO.println(
          String.format(
              Locale.ROOT,
              "%s: %,d records stocked in %d s.",
              Conditions.words(engine),
              stock.records(),
              Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
      OperationRunner runner = Conditions.runner(installation);
      RecordClients readers = new RecordClients(runner, stock, now, conditions.clients(READERS));
      RecordClients writers = new RecordClients(runner, stock, now, WRITERS);
      return print(Conditions.words(engine), stock, readers, writers) == 0;
    }
  }

  private long print(String engine, RecordStock stock, RecordClients readers, RecordClients writers)
      throws Exception {
    Report report = new Report(engine);
    StringJoiner looks = new StringJoiner("\n");
    long wrong = 0;
    for (Look each : looks(stock)) {
      RecordClients.Looks done = new RecordClients.Looks();
      Figures figures = run("visible records, " + each.name(), readers.looking(each.query(), done));
      report.add(figures);
      looks.add(
          String.format(
              Locale.ROOT,
              "%s: %.1f pages until %d records were found or the list ended.",
              each.name(),
              done.pagesEach(),
              RecordClients.PAGE));
      wrong +=
          figures.failed() + (figures.latencies().millis(0.99) < Conditions.GOAL_MILLIS ? 0 : 1);
    }
    for (Figures figures :
        List.of(
            run(WRITERS + " clients, PutRecord", writers.putting()),
            run(
                WRITERS + " clients, BatchPutRecord of " + RecordClients.BATCH,
                writers.puttingBatches()))) {
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
    return conditions.load().run(name, Conditions::cpu, all);
  }
}
