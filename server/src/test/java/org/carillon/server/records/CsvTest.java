package org.carillon.server.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a spreadsheet could run is made text, wherever it may take a cell to begin. */
final class CsvTest {

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
        "a; b|a; b",
        "a=1|a=1",
        "a,=1|a,=1"
      })
  void cellIsHarmless(String cell, String written) {
    assertEquals(written, Csv.harmless(cell));
  }
}
