package org.carillon.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What texts are found by, letter case aside. */
final class CaseFoldingTest {

  @Test
  void textIsInLowerCase() {
    assertEquals("ärger at 7 straße", CaseFolding.of("Ärger AT 7 Straße"));
  }

  @Test
  void textNeverGetsLonger() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      String text = Character.toString(point);
      assertEquals(text.length(), CaseFolding.of(text).length(), Integer.toHexString(point));
    }
  }
}
