package org.carillon.app.command;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.app.installation.Assembly;
import org.carillon.app.installation.FailureException;
import org.carillon.app.installation.Installation;
import org.carillon.server.imports.InventoryImport;
import org.carillon.server.platform.identity.Organizations;
import org.carillon.server.pool.NumberFile;
import org.carillon.server.pool.NumberPool;
import org.carillon.server.pool.PhoneNumberFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code carillon pool import FILE}: offers the numbers of a file for sale, or puts them straight
 * into the inventory of an organization that owns them.
 */
@Command(
    name = "import",
    description = {
      "Adds the numbers of a CSV file to the pool: number, type, and optional city and state.",
      "With --organization they go straight into that organization's inventory instead; the"
          + " columns",
      "\"product type\" and \"email\" then say what for, and which user holds the number.",
      "Every row is checked before anything changes."
    })
final class ImportPool implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "CSV in UTF-8, with or without a header")
  private Path file = Path.of("");

  @Option(names = "--organization", paramLabel = "ID", description = "whose numbers they are")
  private @Nullable String organization;

  @Option(
      names = "--product-type",
      paramLabel = "TYPE",
      description = "of rows that name none: BusinessCalling, VoiceConnector, ...")
  private String productType = PhoneNumberProductType.BUSINESS_CALLING.value();

  ImportPool(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Installation installation = shell.open(spec);
        BufferedReader reader =
            Files.newBufferedReader(shell.folder().resolve(file), StandardCharsets.UTF_8)) {
      if (organization == null) {
        NumberPool pool = new NumberPool(installation.database(), new PhoneNumberFacts());
        NumberPool.Imported imported = pool.importFile(reader);
        refuse(imported.problems());
        shell.terminal().say("Added %d numbers.".formatted(imported.added()));
      } else {
        NumberFile.Content content = NumberFile.read(reader);
        refuse(content.problems());
        refuse(
            Assembly.carillon(installation, new SimpleMeterRegistry())
                .inventoryImport()
                .run(target(installation, organization), content.rows()));
        shell
            .terminal()
            .say(
                "Put %d numbers into the inventory of %s."
                    .formatted(content.rows().size(), organization));
      }
      return 0;
    } catch (IOException unreadable) {
      throw new FailureException(
          "The file %s cannot be read: %s.".formatted(file, unreadable), unreadable);
    }
  }

  private void refuse(List<NumberFile.Problem> problems) {
    for (NumberFile.Problem problem : problems) {
      shell.terminal().tell("%s, line %d: %s".formatted(file, problem.line(), problem.what()));
    }
    if (!problems.isEmpty()) {
      throw new FailureException("The file was not imported; the lines above say why.");
    }
  }

  private InventoryImport.Target target(Installation installation, String organizationId) {
    PhoneNumberProductType product = PhoneNumberProductType.fromValue(productType);
    if (product == null) {
      throw new FailureException("There is no product type " + productType + ".");
    }
    if (!new Organizations(installation.database(), installation.keys()).exists(organizationId)) {
      throw new FailureException("There is no organization " + organizationId + ".");
    }
    return new InventoryImport.Target(organizationId, product);
  }
}
