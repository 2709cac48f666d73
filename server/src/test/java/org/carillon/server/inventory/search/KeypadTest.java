package org.carillon.server.inventory.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.carillon.api.model.BadRequestException;
import org.junit.jupiter.api.Test;

/** Shows the digits that a search uses. */
final class KeypadTest {

  @Test
  void lettersAreThoseOfAKeypad() {
    assertEquals("18003569377", Keypad.digits("1-800-FLOWERS"));
    assertEquals("18003569377", Keypad.digits("1-800-flowers"));
    assertEquals("266", Keypad.digits("2O6"));
    assertEquals("22233344455566", Keypad.digits("ABCDEFGHIJKLMN"));
    assertEquals("677778889999", Keypad.digits("OPQRSTUVWXYZ"));
    assertEquals("229", Keypad.digits("ＡbＺ"));
  }

  @Test
  void digitsOfOtherScriptsAreDigits() {
    assertEquals("206", Keypad.digits("２０６"));
    assertEquals("206", Keypad.digits("٢٠٦"));
    assertEquals("206", Keypad.digits("۲۰۶"));
  }

  @Test
  void separatorsAreLeftOut() {
    assertEquals("12065550100", Keypad.digits("+1 (206) 555-0100"));
    assertEquals("2065550100", Keypad.digits("206.555/0100"));
    assertEquals("2065550100", Keypad.digits("\u202A206\u00A0555\u20130100\u202C"));
    assertEquals("206", Keypad.digits("（２０６）"));
  }

  @Test
  void anythingElseIsRefused() {
    assertEquals(
        "Digits has \"%\" at position 3; write digits, letters of a keypad and separators only",
        refusal("206%"));
    assertEquals(
        "Digits has U+00E9 at position 0; write digits, letters of a keypad and separators only",
        refusal("é06"));
    assertEquals(
        "Digits has U+1F514 at position 3; write digits, letters of a keypad and separators only",
        refusal("206\uD83D\uDD14"));
    assertEquals(
        "Digits has U+0131 at position 1; write digits, letters of a keypad and separators only",
        refusal("d\u0131al"));
    assertEquals(
        "Digits has U+017F at position 0; write digits, letters of a keypad and separators only",
        refusal("\u017Fun"));
    assertEquals("Digits has 0 digits; write 1 to 15 of them", refusal("(-)"));
    assertEquals("Digits has 16 digits; write 1 to 15 of them", refusal("1234567890123456"));
  }

  private static String refusal(String text) {
    return String.valueOf(
        assertThrows(BadRequestException.class, () -> Keypad.digits(text)).getMessage());
  }
}
