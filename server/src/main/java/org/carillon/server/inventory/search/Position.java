package org.carillon.server.inventory.search;

import java.util.List;

/**
 * Where a page ended: behind the row that has these values in the columns by which its stretch of
 * the list is sorted.
 *
 * @param stretch which stretch of the list, from 0
 * @param values as text, one for each column; empty before the first row of the stretch
 */
record Position(int stretch, List<String> values) {

  /** Before the first row of a list. */
  static final Position START = new Position(0, List.of());

  /** In the form of a page token; only the first of two values can have blanks. */
  String text() {
    return stretch + " " + String.join(" ", values);
  }

  /** Reads what {@link #text} wrote. */
  static Position of(String text) {
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    int stretch = Integer.parseInt(text, 0, first, 10);
    String values = text.substring(first + 1);
    if (values.isEmpty()) {
      return new Position(stretch, List.of());
    }
    return new Position(
        stretch,
        first == last
            ? List.of(values)
            : List.of(text.substring(first + 1, last), text.substring(last + 1)));
  }
}
