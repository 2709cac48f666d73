package org.carillon.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The flags of a command that shows one page of a list. The command says when there are more rows
 * and how to go on.
 */
final class Paging {

  private static final int MAX_ROWS = 1_000;
  private static final String AFTER = "--after";

  @Option(
      names = AFTER,
      paramLabel = "ROW",
      defaultValue = "",
      description = "first column of the last row already listed")
  private String after = "";

  @Option(
      names = "--limit",
      paramLabel = "COUNT",
      defaultValue = "1000",
      converter = Count.class,
      description = "largest number of rows, 1 to 1000 (${DEFAULT-VALUE})")
  private int limit;

  /**
   * Shows a page.
   *
   * @param list reads the items after a key, up to a number of them
   * @param key the key of an item, which is in the first column and begins the next page
   * @param row adds an item to the table
   */
  <T> void show(
      CommandEnvironment environment,
      CommandSpec spec,
      Table table,
      BiFunction<String, Integer, List<T>> list,
      Function<T, String> key,
      BiConsumer<Table, T> row) {
    List<T> page = list.apply(after, limit);
    page.forEach(each -> row.accept(table, each));
    environment.terminal().say(table.toString());
    if (page.size() == limit) {
      String last = key.apply(page.getLast());
      if (!list.apply(last, 1).isEmpty()) {
        environment
            .terminal()
            .tell("There are more rows; continue with: " + next(environment, spec, last));
      }
    }
  }

  private String next(CommandEnvironment environment, CommandSpec spec, String last) {
    List<String> words = new ArrayList<>(List.of(spec.qualifiedName().split(" ", -1)));
    words.removeFirst();
    spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(option -> !option.longestName().equals(AFTER))
        .filter(option -> !CommandEnvironment.leads(option))
        .forEach(option -> {
          words.add(option.longestName());
          words.add(String.valueOf(option.<Object>getValue()));
        });
    words.add(AFTER);
    words.add(last);
    return environment.hint(spec, words.toArray(String[]::new));
  }

  /** Reads a count in our own words. */
  static final class Count implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
      if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > MAX_ROWS) {
        throw new TypeConversionException(
            "\"%s\" is not a whole number from 1 to %d".formatted(text, MAX_ROWS));
      }
      return Integer.valueOf(text);
    }
  }
}
