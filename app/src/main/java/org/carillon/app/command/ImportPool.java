package org.carillon.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.carillon.app.installation.FailureException;
import org.carillon.app.installation.Installation;
import org.carillon.server.pool.NumberFile;
import org.carillon.server.pool.NumberPool;
import org.carillon.server.pool.PhoneNumberFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carillon pool import FILE}: offers the numbers of a file for sale. */
@Command(
    name = "import",
    description = {
      "Adds the numbers of a CSV file to the pool: number, type, and optional city and state.",
      "Every row is checked before anything changes."
    })
final class ImportPool implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "CSV in UTF-8, with or without a header")
  private Path file = Path.of("");

  ImportPool(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Installation installation = shell.open(spec);
        BufferedReader reader =
            Files.newBufferedReader(shell.folder().resolve(file), StandardCharsets.UTF_8)) {
      NumberPool pool = new NumberPool(installation.database(), new PhoneNumberFacts());
      NumberPool.Imported imported = pool.importFile(reader);
      for (NumberFile.Problem problem : imported.problems()) {
        shell.terminal().fail("%s, line %d: %s".formatted(file, problem.line(), problem.what()));
      }
      if (!imported.problems().isEmpty()) {
        throw new FailureException("Nothing was imported; the lines above say why.");
      }
      shell.terminal().say("Added %d numbers.".formatted(imported.added()));
      return 0;
    } catch (IOException unreadable) {
      throw new FailureException(
          "The file %s cannot be read: %s.".formatted(file, unreadable), unreadable);
    }
  }
}
