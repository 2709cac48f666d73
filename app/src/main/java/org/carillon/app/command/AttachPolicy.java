package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Principals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carillon principal attach PRINCIPAL POLICY}: attaches a policy to a principal. */
@Command(
    name = "attach",
    description =
        "Gives a principal one more policy; a running server obeys it within two seconds.")
final class AttachPolicy implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PRINCIPAL", description = "name of the principal")
  private String principal = "";

  @Parameters(
      index = "1",
      paramLabel = "POLICY",
      description = "name of a managed policy or of the organization's own")
  private String policy = "";

  @Option(
      names = "--organization",
      paramLabel = "ID",
      required = true,
      description = "id of the organization")
  private String organization = "";

  AttachPolicy(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      new Principals(installation.database(), installation.ids())
          .attach(organization, principal, policy);
      environment
          .terminal()
          .say("Principal %s has the policy %s now.".formatted(principal, policy));
      return 0;
    }
  }
}
