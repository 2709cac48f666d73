package org.carillon.protocol.restjson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.carillon.api.shape.Blob;
import org.carillon.api.shape.Constraints;
import org.carillon.api.shape.NumberKind;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.TimestampFormat;
import org.carillon.api.shape.UnionShape;
import org.carillon.api.shape.Violation;

/** Simple values as they stand in labels, queries and headers. */
final class TextValues {

  /** Stands for a value that was refused, so that it does not also count as missing. */
  enum Refused {
    REFUSED
  }

  static final Refused REFUSED = Refused.REFUSED;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private TextValues() {}

  /**
   * Reads and checks a value.
   *
   * @param usual the timestamp format where the model names none
   * @throws MalformedException when the text is not of that type
   */
  static Object decode(
      Shape shape, String text, TimestampFormat usual, Path path, Findings findings) {
    Object value =
        switch (shape) {
          case Shape.Bool _ -> bool(text, path);
          case Shape.Numeric numeric -> number(numeric.kind(), text, path);
          case Shape.Text plain -> plain.mediaType() == null ? text : base64Text(text, path);
          case Shape.Bytes _ -> new Blob(base64(text, path));
          case Shape.Time time ->
              Timestamps.parse(text, time.format() == null ? usual : time.format(), path);
          case Shape.Enumeration names -> {
            Object constant = names.values().get(text);
            if (constant == null) {
              findings.accept(Violation.notAmong(path, names.valueSet()));
            }
            yield constant == null ? REFUSED : constant;
          }
          case Shape.IntEnumeration numbers ->
              constant(numbers, (Integer) number(NumberKind.INTEGER, text, path), path, findings);
          case Shape.Schemaless _,
              Shape.Sequence _,
              Shape.Dictionary _,
              StructureShape<?> _,
              UnionShape<?> _ ->
              throw new IllegalStateException("The model binds a " + shape + " to text");
        };
    if (value != REFUSED) {
      Constraints.check(shape, value, path, findings);
    }
    return value;
  }

  static Object constant(
      Shape.IntEnumeration numbers, Integer number, Path path, Findings findings) {
    Object constant = numbers.values().get(number);
    if (constant == null) {
      findings.accept(Violation.notAmong(path, numbers.values().keySet().toString()));
    }
    return constant == null ? REFUSED : constant;
  }

  /** Writes a value for a header. */
  static String encode(Shape shape, Object value, TimestampFormat usual) {
    return switch (shape) {
      case Shape.Text text when text.mediaType() != null ->
          Base64.getEncoder().encodeToString(((String) value).getBytes(StandardCharsets.UTF_8));
      case Shape.Time time ->
          Timestamps.format((Instant) value, time.format() == null ? usual : time.format(), false);
      case Shape.Enumeration names -> names.text().apply(value);
      case Shape.IntEnumeration numbers -> numbers.number().apply(value).toString();
      case Shape.Bytes _ -> Base64.getEncoder().encodeToString(((Blob) value).bytes());
      case Shape.Bool _,
          Shape.Numeric _,
          Shape.Text _,
          Shape.Schemaless _,
          Shape.Sequence _,
          Shape.Dictionary _,
          StructureShape<?> _,
          UnionShape<?> _ ->
          value.toString();
    };
  }

  private static Boolean bool(String text, Path path) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(path, "true or false");
    };
  }

  /** A number that is written out, as {@code NaN} and the infinities always are. */
  static Number number(NumberKind kind, String text, Path path) {
    boolean fractional = kind == NumberKind.FLOAT || kind == NumberKind.DOUBLE;
    if (fractional && (text.equals("NaN") || text.endsWith("Infinity"))) {
      return special(kind, text, path);
    }
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(path, "a number");
    }
    return number(kind, new BigDecimal(text), path);
  }

  static Number special(NumberKind kind, String text, Path path) {
    double value =
        switch (text) {
          case "NaN" -> Double.NaN;
          case "Infinity" -> Double.POSITIVE_INFINITY;
          case "-Infinity" -> Double.NEGATIVE_INFINITY;
          default -> throw wrong(path, "a number");
        };
    return kind == NumberKind.FLOAT ? (Number) (float) value : (Number) value;
  }

  static Number number(NumberKind kind, BigDecimal number, Path path) {
    try {
      return switch (kind) {
        case BYTE -> number.byteValueExact();
        case SHORT -> number.shortValueExact();
        case INTEGER -> number.intValueExact();
        case LONG -> number.longValueExact();
        case FLOAT -> finite(number.floatValue(), path);
        case DOUBLE -> finite(number.doubleValue(), path);
        case BIG_INTEGER -> bigInteger(number, path);
        case BIG_DECIMAL -> number;
      };
    } catch (ArithmeticException e) {
      throw wrong(path, "a " + kind);
    }
  }

  private static BigInteger bigInteger(BigDecimal number, Path path) {
    // 1e1000000000 is a short text but a number of a billion digits.
    if (number.precision() - number.scale() > 1000) {
      throw wrong(path, "of a sensible size");
    }
    return number.toBigIntegerExact();
  }

  private static <N extends Number> N finite(N number, Path path) {
    if (Double.isInfinite(number.doubleValue())) {
      throw wrong(path, "within the bounds of its type");
    }
    return number;
  }

  static byte[] base64(String text, Path path) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (text.length() % 4 != 0) {
        throw wrong(path, "padded Base64");
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw wrong(path, "Base64");
    }
  }

  private static String base64Text(String text, Path path) {
    return new String(base64(text, path), StandardCharsets.UTF_8);
  }

  /**
   * Whether the text holds no half of a surrogate pair, which would not be a character, and no
   * U+0000, which PostgreSQL cannot store.
   */
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0) {
        return false;
      }
      if (Character.isSurrogate(character)) {
        boolean pair =
            Character.isHighSurrogate(character)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  static MalformedException wrong(Path path, String expected) {
    return new MalformedException("Value at '" + path + "' must be " + expected);
  }
}
