package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Principals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carillon principal attach PRINCIPAL POLICY}: attaches a policy to a principal. */
@Command(
    name = "attach",
    description =
        "Gives a principal one more policy; a running server obeys it within two seconds.")
final class AttachPolicy implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PolicyAttachment attachment = new PolicyAttachment();

  AttachPolicy(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      new Principals(installation.database(), installation.ids())
          .attach(attachment.organization(), attachment.principal(), attachment.policy());
      environment
          .terminal()
          .say(
              "Principal %s has the policy %s now."
                  .formatted(attachment.principal(), attachment.policy()));
      return 0;
    }
  }
}
