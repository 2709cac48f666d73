package org.carillon.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Policies;
import org.carillon.platform.identity.PolicyDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carillon policy put NAME FILE}: adds a policy of an organization's own, or changes it. */
@Command(
    name = "put",
    description =
        "Adds a policy of an organization's own, or replaces its document. A running server obeys"
            + " it within two seconds, for every principal that has it.")
final class PutPolicy implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "name of the policy")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "document of the policy, JSON as in IAM")
  private Path file = Path.of("");

  @Option(
      names = "--organization",
      paramLabel = "ID",
      required = true,
      description = "id of the organization")
  private String organization = "";

  PutPolicy(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      // No character has more than four bytes.
      byte[] document = environment.read(file, 4 * PolicyDocument.MAX_LENGTH);
      new Policies(installation.database(), installation.ids())
          .put(organization, name, new String(document, StandardCharsets.UTF_8));
      environment
          .terminal()
          .say("Organization %s has the policy %s.".formatted(organization, name));
      return 0;
    }
  }
}
