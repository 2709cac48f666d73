package org.carillon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The operator imports a large file while a client writes to the server. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "\"carillon pool import\" of many rows beside one writer, on SQLite.")
final class ImportFault implements Callable<Integer> {

  private static final int OF_A_PREFIX = 10_000;

  @Mixin private ProgramUnderTest program = new ProgramUnderTest();

  @Option(names = "--rows", defaultValue = "120000", description = "${DEFAULT-VALUE}")
  private int rows = 120_000;

  ImportFault() {}

  @Override
  public Integer call() throws Exception {
    Path folder = ProgramUnderTest.newFolder();
    Path file = numbers(folder);
    try (Child server = program.serve(folder, Map.of())) {
      PacedWriter writer = new PacedWriter(server.address(), ProgramUnderTest.ROOT);
      long begun = System.nanoTime();
      try (writer) {
        program.run(folder, "pool", "import", file.toString());
      }
      double took = (System.nanoTime() - begun) / 1e9;
      IO.println("| rows | import s | write p50 ms | p99 ms | longest ms | answers |");
      IO.println("|---:|---:|---:|---:|---:|---|");
      IO.println(
          String.format(
              Locale.ROOT,
              "| %d | %.1f | %s | %.0f | %s |",
              rows,
              took,
              writer.cells(),
              writer.longest(),
              writer.statuses()));
      return writer.failed() == 0 ? 0 : 1;
    }
  }

  private Path numbers(Path folder) throws IOException {
    Path file = folder.resolve("numbers.csv");
    Files.writeString(
        file,
        IntStream.range(0, rows)
            .mapToObj(i -> "+1206%03d%04d,Local".formatted(220 + i / OF_A_PREFIX, i % OF_A_PREFIX))
            .collect(Collectors.joining("\n", "number,type\n", "\n")));
    return file;
  }
}
