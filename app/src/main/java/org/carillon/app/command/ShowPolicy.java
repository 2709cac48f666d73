package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carillon policy show NAME}: prints the document of a policy. */
@Command(name = "show", description = "Prints the document of a policy, managed ones too.")
final class ShowPolicy implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description = "name of the policy, as shown by \"carillon policy list\"")
  private String name = "";

  @Option(
      names = "--organization",
      paramLabel = "ID",
      required = true,
      description = "id of the organization")
  private String organization = "";

  ShowPolicy(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      Policies policies = new Policies(installation.database(), installation.ids());
      environment.terminal().say(policies.document(organization, name));
      return 0;
    }
  }
}
