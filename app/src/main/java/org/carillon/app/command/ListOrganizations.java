package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Organization;
import org.carillon.platform.identity.Organizations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carillon organization list}: shows the tenants. */
@Command(name = "list", description = "Lists the organizations.")
final class ListOrganizations implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Paging paging = new Paging();

  ListOrganizations(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      paging.show(
          environment,
          spec,
          new Table("ORGANIZATION", "NAME", "CREATED"),
          new Organizations(installation.database(), installation.ids())::list,
          Organization::organizationId,
          (table, each) ->
              table.add(each.organizationId(), each.name(), Table.time(each.createdAt())));
      return 0;
    }
  }
}
