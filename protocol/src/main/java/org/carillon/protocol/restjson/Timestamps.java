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
import org.carillon.api.shape.TimestampFormat;

/** Reads and writes instants in the three formats of the model. */
final class Timestamps {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final BigDecimal FIRST = BigDecimal.valueOf(Instant.MIN.getEpochSecond());
  private static final BigDecimal LAST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

  private Timestamps() {}

  /**
   * Reads an instant.
   *
   * @throws MalformedException when the text is not of that format; its message names the path
   */
  static Instant parse(String text, TimestampFormat format, Path path) {
    try {
      return switch (format) {
        case DATE_TIME -> dateTime(text);
        case HTTP_DATE ->
            OffsetDateTime.parse(text, HTTP_DATE.withZone(ZoneOffset.UTC)).toInstant();
        case EPOCH_SECONDS -> seconds(new BigDecimal(text), path);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw TextValues.wrong(path, "a timestamp such as " + example(format));
    }
  }

  private static String example(TimestampFormat format) {
    return format(Instant.parse("2026-03-01T09:00:00Z"), format, true);
  }

  static Instant seconds(BigDecimal seconds, Path path) {
    if (seconds.scale() > 9
        || seconds.precision() - seconds.scale() > 12
        || seconds.compareTo(FIRST) < 0
        || seconds.compareTo(LAST) > 0) {
      throw TextValues.wrong(path, "a timestamp within bounds");
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochSecond(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValueExact());
  }

  private static Instant dateTime(String text) {
    // Instant.parse takes offsets and small letters too; the protocol wants UTC, written as Z.
    if (!text.endsWith("Z") || text.indexOf('T') != 10) {
      throw new DateTimeException(text);
    }
    return Instant.parse(text);
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
