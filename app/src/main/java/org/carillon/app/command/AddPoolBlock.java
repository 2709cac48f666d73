package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.app.installation.Installation;
import org.carillon.server.inventory.pool.NumberFile;
import org.carillon.server.inventory.pool.NumberPool;
import org.carillon.server.inventory.pool.PhoneNumberFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carillon pool add-block +A-+B}: offers a block of numbers for sale. */
@Command(name = "add-block", description = "Adds a block of numbers to the pool.")
final class AddPoolBlock implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "BLOCK",
      description = "first and last number, as in +12065550100-+12065550199")
  private String block = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Local or TollFree; without it the numbering plan decides")
  private @Nullable String type;

  AddPoolBlock(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PhoneNumberType chosen = type == null ? null : NumberFile.type(type);
    if (type != null && chosen == null) {
      throw new ParameterException(
          spec.commandLine(), "--type must be Local or TollFree, not \"" + type + "\"");
    }
    try (Installation installation = environment.open(spec)) {
      int added =
          new NumberPool(installation.database(), new PhoneNumberFacts()).addBlock(block, chosen);
      environment.terminal().say("Added %s.".formatted(Table.count(added, "number")));
      return 0;
    } catch (IllegalArgumentException noBlock) {
      throw new ParameterException(spec.commandLine(), String.valueOf(noBlock.getMessage()));
    }
  }
}
