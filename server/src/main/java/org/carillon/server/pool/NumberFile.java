package org.carillon.server.pool;

import static org.apache.commons.csv.CSVFormat.DEFAULT;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file of numbers and checks every row of it. The columns stand in the order of {@link
 * Column}, or in that of a header whose first cell is no number.
 */
public final class NumberFile {

  /** The most rows that a file can have; larger ones are to be split. */
  public static final int LIMIT = 250_000;

  private static final int PROBLEMS = 100;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private NumberFile() {}

  /** What a column holds; all but the first may be missing or empty. */
  public enum Column {
    NUMBER,
    TYPE,
    CITY,
    STATE,
    PRODUCT_TYPE,
    EMAIL;

    private String title() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** A row that is sound by itself. */
  public record Row(
      long line,
      String e164,
      @Nullable PhoneNumberType type,
      @Nullable String city,
      @Nullable String state,
      @Nullable PhoneNumberProductType productType,
      @Nullable String email) {}

  /** What is wrong with a row, in a sentence for whoever made the file. */
  public record Problem(long line, String what) {}

  /**
   * What was read.
   *
   * @param problems the first hundred; when there are any, nothing may be changed
   */
  public record Content(List<Row> rows, List<Problem> problems) {}

  /**
   * Reads to the end or to the hundredth problem.
   *
   * @throws IOException when the file cannot be read
   */
  public static Content read(Reader file) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    Map<Column, Integer> places = null;
    long lastLine = 0;
    try (CSVParser records =
        DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get().parse(unmarked(file))) {
      for (CSVRecord row : records) {
        long line = records.getCurrentLineNumber();
        lastLine = line;
        if (places == null) {
          places = new EnumMap<>(Column.class);
          if (isHeader(row)) {
            header(row, line, places, problems);
            continue;
          }
          for (Column column : Column.values()) {
            places.put(column, places.size());
          }
        }
        if (problems.size() >= PROBLEMS) {
          break;
        }
        if (rows.size() == LIMIT) {
          problems.add(new Problem(line, "a file can have " + LIMIT + " rows; split it"));
          break;
        }
        read(row, line, places, lines, rows, problems);
      }
    } catch (UncheckedIOException broken) {
      if (!(broken.getCause() instanceof CSVException)) {
        throw broken.getCause();
      }
      problems.add(
          new Problem(lastLine + 1, "a quotation mark is not closed or not followed by ,"));
    }
    return new Content(rows, problems);
  }

  /** Spreadsheets put a byte order mark before the first cell. */
  private static Reader unmarked(Reader file) throws IOException {
    PushbackReader reader = new PushbackReader(file);
    int first = reader.read();
    if (first != -1 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }

  private static boolean isHeader(CSVRecord row) {
    return row.get(0).chars().noneMatch(Character::isDigit) && !row.get(0).isEmpty();
  }

  private static void header(
      CSVRecord row, long line, Map<Column, Integer> places, List<Problem> problems) {
    for (int i = 0; i < row.size(); i++) {
      // "Product Type", "product_type" and "e-mail" are all meant well.
      String title = row.get(i).toLowerCase(Locale.ROOT).replace("-", "").replace('_', ' ');
      boolean known = false;
      for (Column column : Column.values()) {
        if (column.title().equals(title)) {
          known = true;
          if (places.put(column, i) != null) {
            problems.add(new Problem(line, "two columns are called " + title));
          }
        }
      }
      if (!known) {
        problems.add(new Problem(line, "there is no column \"" + row.get(i) + "\""));
      }
    }
    if (!places.containsKey(Column.NUMBER)) {
      problems.add(new Problem(line, "the header names no column \"number\""));
    }
  }

  private static void read(
      CSVRecord row,
      long line,
      Map<Column, Integer> places,
      Map<String, Long> lines,
      List<Row> rows,
      List<Problem> problems) {
    int before = problems.size();
    String number = cell(row, places, Column.NUMBER);
    if (number == null || !PhoneNumberFacts.isE164(number)) {
      problems.add(
          new Problem(
              line,
              "\"%s\" is no number in E.164, as +12065550100 is"
                  .formatted(number == null ? "" : number)));
    } else {
      Long earlier = lines.putIfAbsent(number, line);
      if (earlier != null) {
        problems.add(new Problem(line, number + " stands in line " + earlier + " already"));
      }
    }
    if (row.size() > Column.values().length) {
      problems.add(new Problem(line, "there are " + row.size() + " columns"));
    }
    String typeWord = cell(row, places, Column.TYPE);
    PhoneNumberType type = typeWord == null ? null : PhoneNumberType.fromValue(typeWord);
    if (typeWord != null && type == null) {
      problems.add(new Problem(line, "the type is Local or TollFree, not \"" + typeWord + "\""));
    }
    String productWord = cell(row, places, Column.PRODUCT_TYPE);
    PhoneNumberProductType product =
        productWord == null ? null : PhoneNumberProductType.fromValue(productWord);
    if (productWord != null && product == null) {
      problems.add(new Problem(line, "there is no product type \"" + productWord + "\""));
    }
    String city = bounded(row, line, places, Column.CITY, 128, problems);
    String state = bounded(row, line, places, Column.STATE, 64, problems);
    String email = bounded(row, line, places, Column.EMAIL, 320, problems);
    if (problems.size() == before && number != null) {
      rows.add(new Row(line, number, type, city, state, product, email));
    }
  }

  private static @Nullable String bounded(
      CSVRecord row,
      long line,
      Map<Column, Integer> places,
      Column column,
      int most,
      List<Problem> problems) {
    String value = cell(row, places, column);
    if (value != null && value.length() > most) {
      problems.add(
          new Problem(line, "the " + column.title() + " has more than " + most + " characters"));
    }
    return value;
  }

  private static @Nullable String cell(CSVRecord row, Map<Column, Integer> places, Column column) {
    Integer place = places.get(column);
    return place == null || place >= row.size() || row.get(place).isEmpty() ? null : row.get(place);
  }
}
