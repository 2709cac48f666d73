package org.carillon.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** PostgreSQL goes away under many connections and comes back. */
@Command(
    name = "lost-database",
    mixinStandardHelpOptions = true,
    description = "Stops PostgreSQL under many signed readers, and starts it again.")
final class LostDatabaseFault implements Callable<Integer> {

  private static final int BEFORE_SECONDS = 5;
  private static final int AFTER_SECONDS = 15;

  @Mixin private ProgramUnderTest program = new ProgramUnderTest();

  @Option(names = "--connections", defaultValue = "300", description = "${DEFAULT-VALUE}")
  private int connections = 300;

  @Option(names = "--seconds", defaultValue = "60", description = "away; ${DEFAULT-VALUE}")
  private int seconds = 60;

  LostDatabaseFault() {}

  /** The readers' answers in one part of the run. */
  private static final class Answers {

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Latencies latencies = new Latencies();

    synchronized void add(int status, long nanos) {
      statuses.merge(status, 1, Integer::sum);
      latencies.add(nanos);
    }

    synchronized String cells() {
      return String.format(
          Locale.ROOT,
          "%s | %.0f | %.0f | %.0f",
          statuses,
          latencies.millis(0.5),
          latencies.millis(0.99),
          latencies.millis(1));
    }

    synchronized boolean failed() {
      return statuses.keySet().stream().anyMatch(status -> status != 200 && status != 503);
    }
  }

  /** The answers in the present part of the run. */
  private volatile Answers now = new Answers();

  private volatile boolean over;

  @Override
  public Integer call() throws Exception {
    Path folder = ProgramUnderTest.newFolder();
    Path data = folder.resolve("postgresql");
    EmbeddedPostgres postgres = postgres(data, 0);
    int port = postgres.getPort();
    Map<String, String> settings =
        Map.of(
            "CARILLON_DATABASE_URL",
            "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
    try (Child server = program.serve(folder, settings)) {
      List<Thread> readers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        readers.add(Thread.ofVirtual().start(() -> read(server)));
      }
      Answers before = now;
      Thread.sleep(BEFORE_SECONDS * 1000L);
      LiveWatch live = new LiveWatch(server.address());
      Answers away = new Answers();
      try (live) {
        now = away;
        postgres.close();
        Thread.sleep(seconds * 1000L);
      }
      Answers after = new Answers();
      long begun = System.nanoTime();
      try (EmbeddedPostgres _ = postgres(data, port)) {
        double healed = heal(server, begun);
        now = after;
        Thread.sleep(AFTER_SECONDS * 1000L);
        over = true;
        for (Thread each : readers) {
          each.join();
        }
        IO.println("| | answers | p50 ms | p99 ms | longest ms |");
        IO.println("|---|---|---:|---:|---:|");
        IO.println("| before | %s |".formatted(before.cells()));
        IO.println("| away %d s | %s |".formatted(seconds, away.cells()));
        IO.println("| after | %s |".formatted(after.cells()));
        IO.println("\nlive while away, p50 ms, longest ms, unanswered: " + live.cells());
        IO.println("first 200 after the start of PostgreSQL: %.1f s".formatted(healed));
        return away.failed() || after.failed() || live.failed() > 0 || healed < 0 ? 1 : 0;
      }
    }
  }

  private static EmbeddedPostgres postgres(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .start();
  }

  /** Seconds until a read succeeds again, or -1 when none does in a minute. */
  private static double heal(Child server, long begun) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (status(server) == 200) {
        return (System.nanoTime() - begun) / 1e9;
      }
      Thread.sleep(100);
    }
    return -1;
  }

  private void read(Child server) {
    while (!over) {
      long begun = System.nanoTime();
      int status = status(server);
      now.add(status, System.nanoTime() - begun);
      try {
        Thread.sleep(100);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  /** The status of one signed read over a connection of its own, or 0 when there was no answer. */
  private static int status(Child server) {
    try (SignedClient client = new SignedClient(server.address(), ProgramUnderTest.ROOT)) {
      return client.status(Call.get("/accounts", "max-results=10"));
    } catch (IOException | GeneralSecurityException unanswered) {
      return 0;
    }
  }
}
