package org.carillon.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.app.installation.FailureException;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.AccessKeys;
import org.carillon.platform.identity.IssuedKey;
import org.carillon.platform.identity.ManagedPolicy;
import org.carillon.platform.identity.Principals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code carillon key create}: issues an access key, also while a server is running. */
@Command(
    name = "create",
    description =
        "Issues an access key and prints it with its secret, which is never shown again. A running"
            + " server accepts it within two seconds.")
final class CreateKey implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--organization",
      paramLabel = "ID",
      required = true,
      description = "organization of the key, 12 digits")
  private String organization = "";

  @Option(
      names = "--principal",
      paramLabel = "NAME",
      defaultValue = "administrator",
      description = "principal of the key; created if it does not exist (${DEFAULT-VALUE})")
  private String principal = "";

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description =
          "policy of a principal that is created now: a managed one or the organization's own"
              + " (AmazonChimeFullAccess)")
  private @Nullable String policy;

  CreateKey(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      Principals principals = new Principals(installation.database(), installation.ids());
      if (principals.find(organization, principal).isEmpty()) {
        principals.create(
            organization,
            principal,
            List.of(policy == null ? ManagedPolicy.FULL_ACCESS.awsName() : policy));
      } else if (policy != null && !principals.has(organization, principal, policy)) {
        throw new FailureException(
            "Principal %s exists and keeps its policies; no key was made. Leave --policy out, or give it the policy with: %s"
                .formatted(
                    principal,
                    environment.hint(
                        spec,
                        "principal",
                        "attach",
                        principal,
                        policy,
                        "--organization",
                        organization)));
      }
      IssuedKey key =
          new AccessKeys(installation.database(), installation.vault(), installation.ids())
              .create(organization, principal);
      environment.terminal().say("export AWS_ACCESS_KEY_ID=" + key.accessKeyId());
      environment.terminal().say("export AWS_SECRET_ACCESS_KEY=" + key.secret());
      return 0;
    }
  }
}
