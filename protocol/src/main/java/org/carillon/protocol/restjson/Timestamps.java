package org.carillon.protocol.restjson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.Quotation;
import org.carillon.api.shape.TimestampFormat;

/** Reads and writes instants in the three formats of the model. */
final class Timestamps {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final int DATE_LENGTH = "2026-03-01".length();

  /** Years of four digits, which answers can write and both engines can keep. */
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Timestamps() {}

  /**
   * Reads an instant.
   *
   * @throws MalformedException when the text is not of that format; its message names the path
   */
  static Instant parse(String text, TimestampFormat format, Path path) {
    try {
      Instant instant =
          switch (format) {
            case DATE_TIME -> dateTime(text);
            case HTTP_DATE ->
                OffsetDateTime.parse(text, HTTP_DATE.withZone(ZoneOffset.UTC)).toInstant();
            case EPOCH_SECONDS -> seconds(text);
          };
      if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
        return instant;
      }
    } catch (DateTimeException _) {
      // Said below, as for what lies in another age.
    }
    throw TextValues.wrong(path, describe(format) + ", not " + Quotation.of(text));
  }

  /** Returns the description of that format, with an example. */
  static String describe(TimestampFormat format) {
    return "a timestamp such as " + format(Instant.parse("2026-03-01T09:00:00Z"), format, true);
  }

  private static Instant seconds(String text) {
    BigDecimal seconds = Numbers.decimal(text);
    if (seconds == null || seconds.scale() > 9 || seconds.precision() - seconds.scale() > 12) {
      throw new DateTimeException(text);
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochSecond(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValueExact());
  }

  /**
   * Any offset is taken, with a colon in it or without one; seconds and the offset must be there.
   */
  private static Instant dateTime(String text) {
    if (text.indexOf('T') != DATE_LENGTH) {
      throw new DateTimeException(text);
    }
    int sign = text.length() - "+0100".length();
    boolean basic = sign > DATE_LENGTH && (text.charAt(sign) == '+' || text.charAt(sign) == '-');
    return Instant.parse(
        basic ? text.substring(0, sign + 3) + ":" + text.substring(sign + 3) : text);
  }

  /**
   * The text of a query with the plus of its offset: a plus in a query is a blank (decision 4), and
   * nothing else can have been there before the digits of an offset.
   */
  static String withPlus(String text) {
    for (int sign :
        new int[] {text.length() - "+01:00".length(), text.length() - "+0100".length()}) {
      if (sign > DATE_LENGTH && text.charAt(sign) == ' ') {
        return text.substring(0, sign) + "+" + text.substring(sign + 1);
      }
    }
    return text;
  }

  /** Writes an instant, cut to milliseconds; {@code millis} writes them even when they are zero. */
  static String format(Instant instant, TimestampFormat format, boolean millis) {
    Instant cut = instant.truncatedTo(ChronoUnit.MILLIS);
    return switch (format) {
      case DATE_TIME -> millis ? MILLIS.format(cut) : cut.toString();
      case HTTP_DATE -> HTTP_DATE.format(cut.atOffset(ZoneOffset.UTC));
      case EPOCH_SECONDS -> epochSeconds(cut).toPlainString();
    };
  }

  static BigDecimal epochSeconds(Instant instant) {
    BigDecimal seconds = BigDecimal.valueOf(instant.toEpochMilli(), 3);
    return seconds.stripTrailingZeros();
  }
}
