package org.carillon.protocol.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.carillon.protocol.sigv4.SignatureException.Reason;

/**
 * When a request was signed.
 *
 * @param instant to the second
 * @param text {@code yyyyMMdd'T'HHmmss'Z'}, as in the string to sign
 */
record SignedAt(Instant instant, String text) {

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Returns that instant, to the second. */
  static SignedAt of(Instant instant) {
    return new SignedAt(instant.truncatedTo(ChronoUnit.SECONDS), BASIC.format(instant));
  }

  /** Reads {@code X-Amz-Date}. */
  static SignedAt amzDate(String text) {
    if (text.length() == 16 && text.charAt(8) == 'T' && text.charAt(15) == 'Z') {
      try {
        LocalDateTime time =
            LocalDateTime.of(
                number(text, 0, 4),
                number(text, 4, 6),
                number(text, 6, 8),
                number(text, 9, 11),
                number(text, 11, 13),
                number(text, 13, 15));
        return new SignedAt(time.toInstant(ZoneOffset.UTC), text);
      } catch (DateTimeException notADate) {
        throw malformed();
      }
    }
    throw malformed();
  }

  /** Reads the {@code Date} header, which counts when there is no {@code X-Amz-Date}. */
  static SignedAt httpDate(String text) {
    if (text.length() == 16) {
      return amzDate(text);
    }
    try {
      Instant instant = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return new SignedAt(instant, BASIC.format(instant));
    } catch (DateTimeException notADate) {
      throw malformed();
    }
  }

  /** The day, {@code yyyyMMdd}, which the credential scope must repeat. */
  String day() {
    return text.substring(0, 8);
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE; // No field of a date accepts it.
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static SignatureException malformed() {
    return new SignatureException(
        Reason.INCOMPLETE,
        "The date of the request must be of the form yyyyMMdd'T'HHmmss'Z', as in"
            + " 20260830T123600Z.");
  }
}
