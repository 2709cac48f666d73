package org.carillon.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.server.platform.identity.Organization;
import org.carillon.server.platform.identity.Organizations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carillon organization list}: shows the tenants. */
@Command(name = "list", description = "Lists the organizations.")
final class ListOrganizations implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  ListOrganizations(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Installation installation = shell.open(spec)) {
      Organizations organizations = new Organizations(installation.database());
      String after = "";
      List<Organization> page;
      do {
        page = organizations.list(after, Organizations.PAGE_LIMIT);
        Table table = new Table("ORGANIZATION", "NAME", "CREATED");
        for (Organization each : page) {
          table.add(each.organizationId(), each.name(), Table.time(each.createdAt()));
          after = each.organizationId();
        }
        shell.terminal().say(table.toString());
      } while (page.size() == Organizations.PAGE_LIMIT);
      return 0;
    }
  }
}
