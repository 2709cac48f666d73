package org.carillon.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.server.platform.identity.AccessKeys;
import org.carillon.server.platform.identity.KeyEntry;
import org.carillon.server.platform.identity.Organization;
import org.carillon.server.platform.identity.Organizations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code carillon key list}: shows which keys there are, never their secrets. */
@Command(name = "list", description = "Lists access keys without their secrets, revoked ones too.")
final class ListKeys implements Callable<Integer> {

  private static final String[] COLUMNS = {
    "ACCESS KEY", "ORGANIZATION", "PRINCIPAL", "CREATED", "STATE"
  };

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--organization", paramLabel = "ID", description = "only this one's keys")
  private String only = "";

  ListKeys(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Installation installation = shell.open(spec)) {
      AccessKeys keys = new AccessKeys(installation.database(), installation.vault());
      Table table = new Table(COLUMNS);
      if (only.isEmpty()) {
        addAll(new Organizations(installation.database()), keys, table);
      } else {
        add(keys, only, table);
      }
      shell.terminal().say(table.toString());
      return 0;
    }
  }

  private void addAll(Organizations organizations, AccessKeys keys, Table table) {
    String after = "";
    List<Organization> page;
    do {
      page = organizations.list(after, Organizations.PAGE_LIMIT);
      for (Organization each : page) {
        after = each.organizationId();
        add(keys, after, table);
      }
    } while (page.size() == Organizations.PAGE_LIMIT);
  }

  private void add(AccessKeys keys, String organization, Table table) {
    @Nullable KeyEntry last = null;
    List<KeyEntry> page;
    do {
      page = keys.list(organization, last, Organizations.PAGE_LIMIT);
      for (KeyEntry key : page) {
        table.add(
            key.accessKeyId(),
            key.organizationId(),
            key.principal(),
            Table.time(key.createdAt()),
            state(key));
        last = key;
      }
    } while (page.size() == Organizations.PAGE_LIMIT);
  }

  private static String state(KeyEntry key) {
    if (key.revokedAt() != null) {
      return "revoked " + Table.time(key.revokedAt());
    }
    return key.origin() == KeyEntry.Origin.SETTING ? "live, from the settings" : "live";
  }
}
