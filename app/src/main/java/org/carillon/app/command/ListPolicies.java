package org.carillon.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.ManagedPolicy;
import org.carillon.platform.identity.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code carillon policy list}: shows the policies that an organization can grant. */
@Command(
    name = "list",
    description =
        "Lists the policies that an organization can grant: the managed ones and its own.")
final class ListPolicies implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Paging paging = new Paging();

  @Option(
      names = "--organization",
      paramLabel = "ID",
      required = true,
      description = "id of the organization")
  private String organization = "";

  ListPolicies(CommandEnvironment environment) {
    this.environment = environment;
  }

  /** A row of the list. */
  private record Row(String name, String kind, String changed) {}

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      Policies policies = new Policies(installation.database(), installation.ids());
      paging.show(
          environment,
          spec,
          new Table("POLICY", "KIND", "CHANGED"),
          (after, limit) -> page(policies, after, limit),
          Row::name,
          (table, each) -> table.add(each.name(), each.kind(), each.changed()));
      return 0;
    }
  }

  private List<Row> page(Policies policies, String after, int limit) {
    Stream<Row> managed =
        Arrays.stream(ManagedPolicy.values())
            .map(each -> new Row(each.awsName(), "managed", ""))
            .filter(each -> each.name().compareTo(after) > 0);
    Stream<Row> own =
        policies.list(organization, after, limit).stream()
            .map(each -> new Row(each.name(), "own", Table.time(each.changedAt())));
    return Stream.concat(managed, own)
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .limit(limit)
        .toList();
  }
}
