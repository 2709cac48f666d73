package org.carillon.server.inventory.search;

import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.PhoneNumberText;

/** Reads digits as people write them: with separators, in any script, or as letters of a keypad. */
final class Keypad {

  private static final int MAX_DIGITS = 15;

  /** The separators between the digits of a number, besides hyphens and dashes. */
  private static final String SEPARATORS = "+()[]/.,-\u00B7\u2022";

  /** The digits from A to Z (ITU-T E.161). */
  private static final String LETTERS = "22233344455566677778889999";

  private Keypad() {}

  /**
   * The digits of a text, such as 18003569377 of {@code 1-800-FLOWERS}.
   *
   * @throws org.carillon.api.model.BadRequestException when it has another character, no digit, or
   *     more digits than a number can have
   */
  static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int each = text.codePointAt(i);
      int digit = Character.digit(each, 10);
      int narrow = narrow(each);
      // Only these: the upper case of a dotless i and of a long s is an ASCII letter too.
      int letter = narrow >= 'a' && narrow <= 'z' ? narrow - 'a' : narrow - 'A';
      if (digit >= 0) {
        digits.append(digit);
      } else if (letter >= 0 && letter < LETTERS.length()) {
        digits.append(LETTERS.charAt(letter));
      } else if (!isSeparator(each)) {
        throw Refusal.badRequest(
            "Digits has %s at position %d; write digits, letters of a keypad and separators only"
                .formatted(PhoneNumberText.named(each), i));
      }
    }
    if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
      throw Refusal.badRequest(
          "Digits has %d digits; write 1 to %d of them".formatted(digits.length(), MAX_DIGITS));
    }
    return digits.toString();
  }

  /** A full-width letter as the letter that it looks like. */
  private static int narrow(int each) {
    return each >= '\uFF21' && each <= '\uFF5A' ? each - 0xFEE0 : each;
  }

  private static boolean isSeparator(int each) {
    return PhoneNumberText.isInvisible(each)
        || Character.getType(each) == Character.DASH_PUNCTUATION
        || SEPARATORS.indexOf(each >= '\uFF01' && each <= '\uFF5E' ? each - 0xFEE0 : each) >= 0;
  }
}
