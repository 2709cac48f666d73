package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Organization;
import org.carillon.platform.identity.Organizations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carillon organization create NAME}: makes a tenant. */
@Command(name = "create", description = "Creates an organization and prints its 12-digit id.")
final class CreateOrganization implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "name of the organization")
  private String name = "";

  CreateOrganization(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Organizations.verifyName(name);
    try (Installation installation = environment.openOrMake(spec)) {
      Organization made =
          new Organizations(installation.database(), installation.ids()).create(name);
      environment.terminal().say(made.organizationId());
      return 0;
    }
  }
}
