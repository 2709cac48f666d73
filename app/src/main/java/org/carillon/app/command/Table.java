package org.carillon.app.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under a header, in columns as wide as their cells. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  /** A table of these columns. */
  Table(String... columns) {
    widths = new int[columns.length];
    add(columns);
  }

  /** Adds a row, one text a column. */
  void add(String... texts) {
    List<String> row = Arrays.stream(texts).map(Terminal::visible).toList();
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).length());
    }
    rows.add(row);
  }

  /** An instant to the second, in UTC. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Returns a count with its noun: {@code 1 number}, {@code 2 numbers}. */
  static String count(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** The lines, without blanks at their ends. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }
}
