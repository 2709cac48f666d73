package org.carillon.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.carillon.server.platform.db.Engine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures signed calls over loopback beside the bare web server and the bare engine. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    subcommands = {ResolveCallBench.class, InventoryBench.class, PastBench.class},
    description = "Measures signed calls over loopback and prints tables in Markdown.")
final class Bench implements Callable<Integer> {

  @Option(names = "--clients", description = "clients at once, at most 100")
  private int clients = 32;

  @Option(names = "--warm-up", description = "seconds before each measurement")
  private int warmUp = 10;

  @Option(names = "--measure", description = "seconds of each measurement")
  private int measured = 6;

  @Option(names = "--engine", description = "only one of ${COMPLETION-CANDIDATES}")
  private @Nullable Engine only;

  @Option(names = "--folder", description = "where a new folder for the databases is made")
  private Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));

  @Option(names = "--records", description = "measure records of calls instead, among that many")
  private @Nullable Long records;

  private Bench() {}

  /** Measures and prints; the exit code is 1 when any operation went wrong. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory(Files.createDirectories(folder), "carillon-bench-");
    IO.println(Machine.describe(work));
    IO.println(
        "%d clients, %d s of warm-up and %d s of measurement each."
            .formatted(clients, warmUp, measured));
    Load load = new Load(Duration.ofSeconds(warmUp), Duration.ofSeconds(measured));
    Set<Engine> engines = only == null ? EnumSet.allOf(Engine.class) : EnumSet.of(only);
    long failed = 0;
    for (Engine engine : engines) {
      Path data = Files.createDirectory(work.resolve(engine.name().toLowerCase(Locale.ROOT)));
      Rungs rungs =
          records == null
              ? new Ladder(load, clients, data)::climb
              : new RecordLadder(load, clients, data, records)::climb;
      failed += climb(engine, rungs, data);
    }
    IO.println("The servers' logs and databases are in " + work + ".");
    return failed == 0 ? 0 : 1;
  }

  /** Whatever measures one engine. */
  @FunctionalInterface
  private interface Rungs {

    long climb(String engine, String databaseUrl) throws Exception;
  }

  private static long climb(Engine engine, Rungs ladder, Path data) throws Exception {
    return switch (engine) {
      case SQLITE -> ladder.climb("SQLite", "");
      case POSTGRES -> {
        // The library spares tests the syncing of disks; here that would flatter.
        try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setDataDirectory(data.resolve("postgresql"))
                .start()) {
          yield ladder.climb("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"));
        }
      }
    };
  }
}
