package org.carillon.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.app.installation.FailureException;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.AccessKeys;
import org.carillon.platform.identity.KeyEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code carillon key list}: shows which keys there are, never their secrets. */
@Command(name = "list", description = "Lists access keys without their secrets, revoked ones too.")
final class ListKeys implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Paging paging = new Paging();

  @Option(names = "--organization", paramLabel = "ID", description = "organization of the keys")
  private @Nullable String only;

  ListKeys(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      AccessKeys keys =
          new AccessKeys(installation.database(), installation.vault(), installation.ids());
      paging.show(
          environment,
          spec,
          new Table("ACCESS KEY", "ORGANIZATION", "PRINCIPAL", "CREATED", "STATE"),
          (after, limit) -> page(keys, after, limit),
          KeyEntry::accessKeyId,
          (table, each) ->
              table.add(
                  each.accessKeyId(),
                  each.organizationId(),
                  each.principal(),
                  Table.time(each.createdAt()),
                  state(each)));
      return 0;
    }
  }

  private List<KeyEntry> page(AccessKeys keys, String after, int limit) {
    KeyEntry last =
        after.isEmpty()
            ? null
            : keys.find(after)
                .orElseThrow(() -> new FailureException("There is no access key " + after + "."));
    return keys.list(only, last, limit);
  }

  private static String state(KeyEntry key) {
    if (key.revokedAt() != null) {
      return "revoked " + Table.time(key.revokedAt());
    }
    return key.origin() == KeyEntry.Origin.SETTING ? "live, from the settings" : "live";
  }
}
