package org.carillon.server.inventory.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carillon.server.inventory.pool.NumberFile.Column;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a file of numbers: its columns and their separator.
 *
 * @param separator the comma, semicolon or tab that makes most of the header's titles known
 * @param places the position of each column
 * @param width the number of columns
 */
record FileHeader(char separator, Map<Column, Integer> places, int width) {

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /** The header of that line; null, with a problem that gives the reason, when it is not usable. */
  static @Nullable FileHeader read(TextLines.Line line, Problems problems) {
    char separator =
        SEPARATORS.stream()
            .max((one, other) -> Integer.compare(known(line, one), known(line, other)))
            .orElseThrow();
    List<String> titles = cells(line.text(), separator);
    if (titles == null || titles.stream().noneMatch(title -> column(title) != null)) {
      problems.add(
          line.number(),
          "the file has no header; make its first line, for example, number,type,city,state");
      return null;
    }
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      Column column = column(title);
      // Spreadsheets write columns that are empty from top to bottom.
      if (column == null && !title.isEmpty()) {
        problems.add(
            line.number(),
            "column \"%s\" is unknown; columns are %s".formatted(title, Column.titles()));
      } else if (column != null && places.put(column, i) != null) {
        problems.add(line.number(), "two columns are named " + column.title());
      }
    }
    if (!places.containsKey(Column.NUMBER)) {
      problems.add(line.number(), "the header has no column \"number\"");
      return null;
    }
    return new FileHeader(separator, places, titles.size());
  }

  private static int known(TextLines.Line line, char separator) {
    List<String> titles = cells(line.text(), separator);
    return titles == null
        ? 0
        : (int) titles.stream().filter(title -> column(title) != null).count();
  }

  /** The column of a title; "Product Type", "product_type" and "e-mail" are all titles. */
  private static @Nullable Column column(String title) {
    String plain = title.toLowerCase(Locale.ROOT).replace("-", "").replace('_', ' ');
    return Arrays.stream(Column.values())
        .filter(column -> column.title().equals(plain))
        .findAny()
        .orElse(null);
  }

  /** The cells of a row, or null when a quotation mark in it is not closed or stands amid text. */
  @Nullable List<String> cells(String row) {
    return cells(row, separator);
  }

  private static @Nullable List<String> cells(String row, char separator) {
    if (row.indexOf('"') < 0) {
      return Arrays.stream(row.split(Pattern.quote(String.valueOf(separator)), -1))
          .map(String::strip)
          .collect(Collectors.toList());
    }
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setTrim(true).get();
    // A line is read by itself, since no column can hold the end of one: a quotation mark that is
    // never closed spoils its own row only.
    try (CSVParser parser = CSVParser.parse(row, format)) {
      return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    } catch (IOException | UncheckedIOException misquoted) {
      return null;
    }
  }

  /** A cell's text, or null when it is empty or there is no such column. */
  @Nullable String cell(List<String> cells, Column column) {
    Integer place = places.get(column);
    return place == null || place >= cells.size() || cells.get(place).isEmpty()
        ? null
        : cells.get(place);
  }
}
