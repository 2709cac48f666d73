package org.carillon.server.calls.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as comma-separated values (RFC 4180) that a spreadsheet shows and does not run.
 * Other parties choose their names, so a cell may begin like a formula; an apostrophe before it
 * makes it text. A number in E.164 form is no formula that could do anything, and stays as it is.
 */
final class Csv {

  /** The characters that begin a formula in spreadsheets, in full width too. */
  private static final String DANGEROUS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  /**
   * The characters that begin another cell in spreadsheets whose separator is not the comma, quoted
   * or not.
   */
  private static final String SEPARATORS = ";\t\r\n";

  private static final List<String> COLUMNS =
      List.of(
          "RecordId",
          "Type",
          "Direction",
          "Outcome",
          "E164PhoneNumber",
          "OtherParty",
          "StartedTimestamp",
          "AnsweredTimestamp",
          "EndedTimestamp",
          "LineId",
          "InboxUserId",
          "Users");

  /** As in the API's answers: three digits of milliseconds, even where they are zero. */
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Csv() {}

  /**
   * The lines of those records.
   *
   * @param isFirst whether the names of the columns come first
   */
  static String of(List<Communication> records, boolean isFirst) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      if (isFirst) {
        printer.printRecord(COLUMNS);
      }
      for (Communication record : records) {
        printer.printRecord(cells(record).map(Csv::harmless));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot be written to", impossible);
    }
    return text.toString();
  }

  private static Stream<@Nullable Object> cells(Communication record) {
    return Stream.of(
        record.engineId(),
        record.category().kind().value(),
        record.category().direction().value(),
        record.category().outcome().value(),
        record.e164(),
        record.otherParty(),
        time(record.happenedAt()),
        time(record.answeredAt()),
        time(record.endedAt()),
        record.lineId(),
        record.inbox().userId(),
        record.parties().stream()
            .map(each -> each.userId() + " (" + each.involvement().value() + ")")
            .collect(Collectors.joining("; ")));
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : INSTANT.format(instant);
  }

  /** Returns the cell in a form that no spreadsheet runs, with any separator of cells. */
  static String harmless(@Nullable Object cell) {
    String text = cell == null ? "" : cell.toString();
    if (E164.isForm(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean begins = i == 0 || SEPARATORS.indexOf(text.charAt(i - 1)) >= 0;
      boolean isHidden = i == 0 && Character.isISOControl(text.charAt(0));
      if (isHidden || (begins && isFormula(text, i))) {
        safe.append('\'');
      }
      safe.append(text.charAt(i));
    }
    return safe.toString();
  }

  /** Returns whether the first visible character from there on begins a formula. */
  private static boolean isFormula(String text, int from) {
    int i = from;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i < text.length() && DANGEROUS.indexOf(text.charAt(i)) >= 0;
  }

  /**
   * Returns whether spreadsheets may pass over it: spaces of any width, controls and invisible
   * marks; and quotation marks, which stand around a cell where another separator begins it.
   */
  private static boolean isBlank(char character) {
    return character == '"'
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
