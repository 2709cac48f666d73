package org.carillon.app.command;

import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Principals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code carillon principal list}: shows the principals and their policies. */
@Command(name = "list", description = "Lists an organization's principals and their policies.")
final class ListPrincipals implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Paging paging = new Paging();

  @Option(
      names = "--organization",
      paramLabel = "ID",
      required = true,
      description = "id of the organization")
  private String organization = "";

  ListPrincipals(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      Principals principals = new Principals(installation.database(), installation.ids());
      paging.show(
          environment,
          spec,
          new Table("PRINCIPAL", "CREATED", "POLICIES"),
          (after, limit) -> principals.list(organization, after, limit),
          Principals.Listed::name,
          (table, each) ->
              table.add(
                  each.name(), Table.time(each.createdAt()), String.join(", ", each.policies())));
      return 0;
    }
  }
}
