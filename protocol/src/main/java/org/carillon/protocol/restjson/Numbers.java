package org.carillon.protocol.restjson;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.carillon.api.shape.NumberKind;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.Quotation;
import org.carillon.api.shape.Range;
import org.carillon.api.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Reads numbers, and bounds the length and the exponent of each before any arithmetic. */
final class Numbers {

  /** Of a thousand digits at most; a larger exponent makes arithmetic take seconds, or fail. */
  private static final int LONGEST = 1000;

  private static final Pattern FORM =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?0{0,9}[0-9]{1,3})?");

  private Numbers() {}

  /**
   * A number that is written out, as {@code NaN} and the infinities always are.
   *
   * @throws MalformedException when it is not of that kind; its message names the kind
   */
  static Number read(Shape.Numeric shape, String text, Path path) {
    Number special = isFractional(shape.kind()) ? special(shape.kind(), text) : null;
    return special == null ? finite(shape, text, path) : special;
  }

  /** {@code NaN} or an infinity; null when the text is neither. */
  static @Nullable Number special(NumberKind kind, String text) {
    double value =
        switch (text) {
          case "NaN" -> Double.NaN;
          case "Infinity" -> Double.POSITIVE_INFINITY;
          case "-Infinity" -> Double.NEGATIVE_INFINITY;
          default -> 0;
        };
    if (value == 0) {
      return null;
    }
    return kind == NumberKind.FLOAT ? (Number) (float) value : (Number) value;
  }

  static boolean isFractional(NumberKind kind) {
    return kind == NumberKind.FLOAT || kind == NumberKind.DOUBLE;
  }

  /**
   * A number of digits.
   *
   * @throws MalformedException when it is not of that kind; its message names the kind
   */
  static Number finite(Shape.Numeric shape, String text, Path path) {
    BigDecimal number = decimal(text);
    if (number == null) {
      throw wrong(shape, text, path);
    }
    try {
      Number value =
          switch (shape.kind()) {
            case BYTE -> number.byteValueExact();
            case SHORT -> number.shortValueExact();
            case INTEGER -> number.intValueExact();
            case LONG -> number.longValueExact();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            case BIG_INTEGER -> number.toBigIntegerExact();
            case BIG_DECIMAL -> number;
          };
      if (isFractional(shape.kind()) && Double.isInfinite(value.doubleValue())) {
        throw wrong(shape, text, path);
      }
      return value;
    } catch (ArithmeticException e) {
      throw wrong(shape, text, path);
    }
  }

  /** The number, at most 1,000 characters with an exponent of three digits; else null. */
  static @Nullable BigDecimal decimal(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  /** The numbers of that shape in words, such as {@code a whole number from 1 to 100}. */
  static String describe(Shape.Numeric shape) {
    Range range = shape.range() == null ? bounds(shape.kind()) : shape.range();
    boolean whole = !isFractional(shape.kind()) && shape.kind() != NumberKind.BIG_DECIMAL;
    String noun = whole ? "a whole number" : "a number";
    if (range == null) {
      return noun;
    }
    return noun + (range.min() == null || range.max() == null ? " of " : " ") + range.describe();
  }

  private static @Nullable Range bounds(NumberKind kind) {
    return switch (kind) {
      case BYTE -> range(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> range(Short.MIN_VALUE, Short.MAX_VALUE);
      case INTEGER -> range(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> range(Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT, DOUBLE, BIG_INTEGER, BIG_DECIMAL -> null;
    };
  }

  private static Range range(long min, long max) {
    return new Range(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
  }

  private static MalformedException wrong(Shape.Numeric shape, String text, Path path) {
    return TextValues.wrong(path, describe(shape) + ", not " + Quotation.of(text));
  }
}
