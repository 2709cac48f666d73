package org.carillon.app.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.carillon.app.installation.Installation;
import org.carillon.server.pool.NumberPool;
import org.carillon.server.pool.PhoneNumberFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code carillon pool list}: shows the built-in supplier's numbers. */
@Command(
    name = "list",
    description = "Lists the pool's numbers: free, taken by an order, or resting before resale.")
final class ListPool implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--after",
      paramLabel = "NUMBER",
      defaultValue = "",
      description = "only numbers that follow this one in the order of their text")
  private String after = "";

  @Option(
      names = "--limit",
      paramLabel = "COUNT",
      defaultValue = "1000",
      description = "how many at most, 1 to 1000 (${DEFAULT-VALUE})")
  private int limit;

  ListPool(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Installation installation = shell.open(spec)) {
      List<NumberPool.Listed> page =
          new NumberPool(installation.database(), new PhoneNumberFacts())
              .list(after, Math.clamp(limit, 1, NumberPool.PAGE));
      Table table = new Table("NUMBER", "COUNTRY", "TYPE", "STATE", "CITY", "CAN BE HAD");
      for (NumberPool.Listed each : page) {
        NumberPool.Entry entry = each.entry();
        table.add(
            entry.e164(),
            orNothing(entry.country()),
            entry.type().value(),
            orNothing(entry.state()),
            orNothing(entry.city()),
            each.state().name().toLowerCase(Locale.ROOT));
      }
      shell.terminal().say(table.toString());
      return 0;
    }
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
