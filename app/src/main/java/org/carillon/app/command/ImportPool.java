package org.carillon.app.command;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.app.installation.FailureException;
import org.carillon.app.installation.Installation;
import org.carillon.app.installation.ServerAssembly;
import org.carillon.platform.identity.Organizations;
import org.carillon.server.changes.imports.InventoryImport;
import org.carillon.server.inventory.pool.NumberFile;
import org.carillon.server.inventory.pool.NumberPool;
import org.carillon.server.inventory.pool.PhoneNumberFacts;
import org.carillon.server.inventory.pool.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      "\"product type\" and \"email\" are its product type and the user who holds it.",
      "The command checks every row before it changes any."
    })
final class ImportPool implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = "CSV with a header, in UTF-8, or in UTF-16 with a byte order mark")
  private Path file = Path.of("");

  @Option(
      names = "--organization",
      paramLabel = "ID",
      description = "organization that owns the numbers")
  private @Nullable String organization;

  @Option(
      names = "--product-type",
      paramLabel = "TYPE",
      description = "for rows without one: BusinessCalling, VoiceConnector, ...")
  private String productType = PhoneNumberProductType.BUSINESS_CALLING.value();

  ImportPool(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec);
        Reader text = NumberFile.text(Files.newInputStream(environment.folder().resolve(file)))) {
      if (organization == null) {
        NumberPool pool = new NumberPool(installation.database(), new PhoneNumberFacts());
        NumberPool.Imported imported = pool.importFile(text);
        refuse(imported.found(), 0);
        environment.terminal().say("Added %s.".formatted(Table.count(imported.added(), "number")));
      } else {
        InventoryImport.Target target = target(installation, organization);
        NumberFile.Content content = NumberFile.read(text);
        refuse(content.found(), 0);
        InventoryImport.Imported imported =
            ServerAssembly.features(installation, new SimpleMeterRegistry())
                .inventoryImport()
                .run(target, content.rows());
        refuse(imported.found(), imported.added());
        int before = content.rows().size() - imported.added();
        environment
            .terminal()
            .say(
                "Put %s into the inventory of %s%s."
                    .formatted(
                        Table.count(imported.added(), "number"),
                        organization,
                        before == 0
                            ? ""
                            : "; %s were there before, as in the file"
                                .formatted(Table.count(before, "number"))));
      }
      return 0;
    } catch (IOException unreadable) {
      throw FailureException.file("The file %s cannot be read".formatted(file), unreadable);
    }
  }

  private void refuse(Problems problems, int added) {
    for (NumberFile.Problem problem : problems.list()) {
      environment
          .terminal()
          .tell("%s, line %d: %s".formatted(file, problem.line(), problem.what()));
    }
    if (problems.more() > 0) {
      environment.terminal().tell("%s: and %d more".formatted(file, problems.more()));
    }
    if (!problems.isEmpty()) {
      throw new FailureException(
          "The file was %s; the lines above give the reasons."
              .formatted(added == 0 ? "not imported" : "imported in part"));
    }
  }

  private InventoryImport.Target target(Installation installation, String organizationId) {
    PhoneNumberProductType product = NumberFile.productType(productType);
    if (product == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--product-type is one of %s, not \"%s\""
              .formatted(NumberFile.productTypes(), productType));
    }
    if (!new Organizations(installation.database(), installation.ids()).exists(organizationId)) {
      throw new FailureException("There is no organization " + organizationId + ".");
    }
    return new InventoryImport.Target(organizationId, product);
  }
}
