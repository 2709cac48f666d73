package org.carillon.server.inventory.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file of numbers, whose header says what its columns hold, and checks every row. */
public final class NumberFile {

  /** The most rows that a file can have; larger ones are to be split. */
  public static final int LIMIT = 250_000;

  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

  private final Problems problems = new Problems();
  private final List<Row> rows = new ArrayList<>();
  private final Map<E164, Long> lines = new HashMap<>();

  private NumberFile() {}

  /** The columns; all except the first may be missing or empty. */
  public enum Column {
    NUMBER,
    TYPE,
    CITY,
    STATE,
    PRODUCT_TYPE,
    EMAIL;

    String title() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String titles() {
      return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }
  }

  /** A row that is sound by itself. */
  public record Row(
      long line,
      E164 e164,
      @Nullable PhoneNumberType type,
      @Nullable String city,
      @Nullable String state,
      @Nullable PhoneNumberProductType productType,
      @Nullable String email) {}

  /** A problem of a row, in a sentence for the author of the file. */
  public record Problem(long line, String what) {}

  /**
   * The content of a file.
   *
   * @param found if there are any, nothing may change
   */
  public record Content(List<Row> rows, Problems found) {}

  /** A file's text, which is in UTF-8, with or without a byte order mark, or in UTF-16 with one. */
  public static Reader text(InputStream file) throws IOException {
    return TextLines.decoded(file);
  }

  /**
   * Reads to the end, or to a line that is too long.
   *
   * @param file from {@link #text}
   * @throws IOException when the file cannot be read
   */
  public static Content read(Reader file) throws IOException {
    return new NumberFile().read(new TextLines(file));
  }

  /** The type of that name, in any letter case and with blanks or hyphens in it; null for none. */
  public static @Nullable PhoneNumberType type(String name) {
    return named(PhoneNumberType.values(), PhoneNumberType::value, name);
  }

  /** {@link #type} for product types. */
  public static @Nullable PhoneNumberProductType productType(String name) {
    return named(PhoneNumberProductType.values(), PhoneNumberProductType::value, name);
  }

  private static <E> @Nullable E named(E[] all, Function<E, String> value, String name) {
    String plain = name.replaceAll("[ _-]", "");
    return Arrays.stream(all)
        .filter(each -> value.apply(each).equalsIgnoreCase(plain))
        .findAny()
        .orElse(null);
  }

  private Content read(TextLines file) throws IOException {
    FileHeader header = null;
    int count = 0;
    for (TextLines.Line line = file.next(); line != null; line = file.next()) {
      if (line.problem() != null) {
        problems.add(line.number(), line.problem());
      } else if (!line.text().isBlank()) {
        if (header != null) {
          if (count++ == LIMIT) {
            problems.add(line.number(), "the file has more than " + LIMIT + " rows; split it");
            break;
          }
          read(header, line);
        } else {
          header = FileHeader.read(line, problems);
        }
      }
      if (header == null && !problems.isEmpty()) {
        // Without a header the following lines cannot be checked.
        break;
      }
    }
    if (count == 0 && problems.isEmpty()) {
      problems.add(
          1,
          header == null
              ? "the file is empty; it needs a header such as number,type and one row for each"
                  + " number"
              : "the file has no numbers; add one row for each number below the header");
    }
    return new Content(rows, problems);
  }

  private void read(FileHeader header, TextLines.Line line) {
    List<String> cells = header.cells(line.text());
    if (cells == null) {
      problems.add(
          line.number(),
          "a quotation mark is not closed on its line, or text follows the closing one");
      return;
    }
    boolean sound = true;
    if (cells.stream().skip(header.width()).anyMatch(cell -> !cell.isEmpty())) {
      problems.add(
          line.number(),
          "the row has %d columns, and the header has %d".formatted(cells.size(), header.width()));
      sound = false;
    }
    E164 number = number(header, line, cells);
    String typeName = header.cell(cells, Column.TYPE);
    PhoneNumberType type = typeName == null ? null : type(typeName);
    if (typeName != null && type == null) {
      problems.add(line.number(), "type \"" + typeName + "\" is unknown; write Local or TollFree");
      sound = false;
    }
    String productName = header.cell(cells, Column.PRODUCT_TYPE);
    PhoneNumberProductType product = productName == null ? null : productType(productName);
    if (productName != null && product == null) {
      problems.add(
          line.number(),
          "product type \"%s\" is unknown; product types are %s"
              .formatted(productName, productTypes()));
      sound = false;
    }
    sound &= fits(header, line, cells, Column.CITY, 128);
    sound &= fits(header, line, cells, Column.STATE, 64);
    sound &= fits(header, line, cells, Column.EMAIL, 320);
    if (sound && number != null) {
      rows.add(
          new Row(
              line.number(),
              number,
              type,
              header.cell(cells, Column.CITY),
              header.cell(cells, Column.STATE),
              product,
              header.cell(cells, Column.EMAIL)));
    }
  }

  /** The number of a row that has a sound one, and one that no row before it has; else null. */
  private @Nullable E164 number(FileHeader header, TextLines.Line line, List<String> cells) {
    String cell = header.cell(cells, Column.NUMBER);
    return switch (PhoneNumberText.dialable(cell == null ? "" : cell)) {
      case PhoneNumberText.Unreadable(String problem) -> {
        problems.add(line.number(), cell == null ? "the number " + problem : problem);
        yield null;
      }
      case PhoneNumberText.InE164(E164 e164) -> {
        Long earlier = lines.putIfAbsent(e164, line.number());
        if (earlier != null) {
          problems.add(line.number(), e164 + " is already in line " + earlier);
        }
        yield earlier == null ? e164 : null;
      }
    };
  }

  private boolean fits(
      FileHeader header, TextLines.Line line, List<String> cells, Column column, int most) {
    String value = header.cell(cells, column);
    if (value != null && value.length() > most) {
      problems.add(
          line.number(), "the " + column.title() + " has more than " + most + " characters");
      return false;
    }
    if (value != null && UNPRINTABLE.matcher(value).find()) {
      problems.add(
          line.number(), "the " + column.title() + " has a character that cannot be printed");
      return false;
    }
    return true;
  }

  /** The names of all product types, between commas. */
  public static String productTypes() {
    return Arrays.stream(PhoneNumberProductType.values())
        .map(PhoneNumberProductType::value)
        .collect(Collectors.joining(", "));
  }
}
