package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Principals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carillon principal detach PRINCIPAL POLICY}: detaches a policy from a principal. */
@Command(
    name = "detach",
    description = "Takes a policy from a principal; a running server obeys it within two seconds.")
final class DetachPolicy implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PolicyAttachment attachment = new PolicyAttachment();

  DetachPolicy(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      new Principals(installation.database(), installation.ids())
          .detach(attachment.organization(), attachment.principal(), attachment.policy());
      environment
          .terminal()
          .say(
              "Principal %s no longer has the policy %s."
                  .formatted(attachment.principal(), attachment.policy()));
      return 0;
    }
  }
}
