package org.carillon.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures signed calls over loopback beside the bare web server and the bare engine. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    subcommands = {
      InventoryBench.class,
      PastBench.class,
      RecordBench.class,
      ResolveCallBench.class
    },
    description = "Measures signed calls over loopback and prints tables in Markdown.")
final class Bench implements Callable<Integer> {

  private static final int CLIENTS = 32;

  @Mixin private Conditions conditions = new Conditions();

  private Bench() {}

  /** Measures and prints; the exit code is 1 when any operation went wrong. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Load load = conditions.load();
    int clients = conditions.clients(CLIENTS);
    return conditions.onEach(
        CLIENTS,
        (engine, data, databaseUrl) ->
            new Ladder(load, clients, data).climb(engine, databaseUrl) == 0);
  }
}
