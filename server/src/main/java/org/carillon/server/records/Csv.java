package org.carillon.server.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as comma-separated values (RFC 4180) that a spreadsheet shows and does not run.
 * Other parties choose what they are called, so that a cell may begin with whatever begins a
 * formula; an apostrophe before it makes it text. A number in E.164 form is no formula that could
 * do anything, and stays as it is.
 */
final class Csv {

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

  /** What spreadsheets take for the beginning of a formula, in full width too. */
  private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final List<String> COLUMNS =
      List.of(
          "RecordId",
          "Kind",
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
    return instant == null ? null : instant.toString();
  }

  /** The cell as it may be opened by a spreadsheet. */
  static String harmless(@Nullable Object cell) {
    String text = cell == null ? "" : cell.toString();
    boolean isDangerous = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    return isDangerous && !E164.matcher(text).matches() ? "'" + text : text;
  }
}
