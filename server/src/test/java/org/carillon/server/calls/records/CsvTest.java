package org.carillon.server.calls.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.pool.E164;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet could run is made text, wherever it may take a cell to begin. */
final class CsvTest {

  /** What tests of other parties are made of. */
  private static final String ALPHABET = ";;\"\"==+-@\t\n\r, ab'";

  /** A formula, but for a number in E.164 form. */
  private static final Pattern FORMULA = Pattern.compile("(?!\\+[1-9]\\d{1,14}$)\\s*[=+@-]");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "jane|jane",
        "``|``",
        "+12065550100|+12065550100",
        "+1 206|'+1 206",
        "=1+1|'=1+1",
        "-1|'-1",
        "@SUM(A1)|'@SUM(A1)",
        "\uFF1D1|'\uFF1D1",
        " =1|' =1",
        "\u00A0\u2003=1|'\u00A0\u2003=1",
        "\u200B\uFEFF=1|'\u200B\uFEFF=1",
        "`\t=1`|`'\t'=1`",
        "`\tjane`|`'\tjane`",
        "a;=1|a;'=1",
        "a; =1|a;' =1",
        "`a\t=1`|`a\t'=1`",
        "`a\r\n=1`|`a\r'\n'=1`",
        "`\"=1`|`'\"=1`",
        "`x;\"=1+1;y`|`x;'\"=1+1;y`",
        "`a\t\" \"-1`|`a\t'\" \"-1`",
        "`a;\"b\"`|`a;\"b\"`",
        "a; b|a; b",
        "a=1|a=1",
        "a,=1|a,=1"
      })
  void cellIsHarmless(String cell, String written) {
    assertEquals(written, Csv.harmless(cell));
  }

  @ParameterizedTest
  @ValueSource(chars = {';', '\t', ','})
  void noCellIsAFormulaWhateverSeparatesCells(char separator) throws IOException {
    Random random = new Random(separator);
    CSVFormat lenient =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    for (int i = 0; i < 3_000; i++) {
      String otherParty =
          random
              .ints(random.nextInt(1, 12), 0, ALPHABET.length())
              .mapToObj(each -> ALPHABET.substring(each, each + 1))
              .collect(Collectors.joining());
      String written = Csv.of(List.of(from(i == 0 ? "x;\"=1+1;y" : otherParty)), false);
      for (CSVRecord line : CSVParser.parse(written, lenient)) {
        for (String cell : line) {
          assertFalse(FORMULA.matcher(cell).lookingAt(), otherParty + " is read as " + cell);
        }
      }
    }
  }

  private static Communication from(String otherParty) {
    return new Communication(
        1,
        "call",
        1,
        Category.INBOUND_MISSED,
        new NumberKey(1),
        new E164("+12065550100"),
        otherParty,
        null,
        Communication.Inbox.NONE,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        Instant.EPOCH,
        List.of());
  }
}
