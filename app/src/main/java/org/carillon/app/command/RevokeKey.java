package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.AccessKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carillon key revoke ID}: ends an access key for good. */
@Command(
    name = "revoke",
    description = "Revokes an access key for good; a running server refuses it within two seconds.")
final class RevokeKey implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ACCESS-KEY-ID",
      description = "id of the key, as shown by \"carillon key list\"")
  private String accessKeyId = "";

  RevokeKey(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      new AccessKeys(installation.database(), installation.vault(), installation.ids())
          .revoke(accessKeyId);
      environment.terminal().say("Revoked " + accessKeyId + ".");
      return 0;
    }
  }
}
