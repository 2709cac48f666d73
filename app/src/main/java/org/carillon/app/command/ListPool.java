package org.carillon.app.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.server.inventory.pool.NumberPool;
import org.carillon.server.inventory.pool.PhoneNumberFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carillon pool list}: shows the built-in supplier's numbers. */
@Command(
    name = "list",
    description = "Lists the pool's numbers: free, taken by an order, or resting before resale.")
final class ListPool implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Paging paging = new Paging();

  ListPool(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Installation installation = environment.open(spec)) {
      paging.show(
          environment,
          spec,
          new Table("NUMBER", "COUNTRY", "TYPE", "STATE", "CITY", "AVAILABLE FROM"),
          new NumberPool(installation.database(), new PhoneNumberFacts())::list,
          each -> each.entry().e164().text(),
          ListPool::add);
      return 0;
    }
  }

  private static void add(Table table, NumberPool.Listed each) {
    NumberPool.PoolNumber entry = each.entry();
    table.add(
        entry.e164().text(),
        orNothing(entry.country()),
        entry.type().value(),
        orNothing(entry.state()),
        orNothing(entry.city()),
        each.state().name().toLowerCase(Locale.ROOT));
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
