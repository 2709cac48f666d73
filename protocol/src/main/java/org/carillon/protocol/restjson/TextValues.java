package org.carillon.protocol.restjson;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.carillon.api.shape.Blob;
import org.carillon.api.shape.Breach;
import org.carillon.api.shape.Constraints;
import org.carillon.api.shape.NumberKind;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.Quotation;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.TimestampFormat;
import org.carillon.api.shape.UnionShape;
import org.carillon.api.shape.Violation;

/** Simple values in labels, queries and headers. */
final class TextValues {

  /** The mark of a refused value, so that it does not also count as missing. */
  enum Refused {
    REFUSED
  }

  static final Refused REFUSED = Refused.REFUSED;

  /** The number by which a constant of a numeric enum is named. */
  static final Shape.Numeric ENUM_NUMBER = new Shape.Numeric(NumberKind.INTEGER, null);

  private TextValues() {}

  /**
   * Reads and checks a value.
   *
   * @param usual the timestamp format where the model names none
   * @throws MalformedException when the text is not of that type
   */
  static Object decode(
      Shape shape, String text, TimestampFormat usual, Path path, Violations violations) {
    Object value =
        switch (shape) {
          case Shape.Bool _ -> bool(text, path);
          case Shape.Numeric numeric -> Numbers.read(numeric, text, path);
          case Shape.Text plain -> plain.mediaType() == null ? text : base64Text(text, path);
          case Shape.Bytes _ -> new Blob(base64(text, path));
          case Shape.Time time ->
              Timestamps.parse(text, time.format() == null ? usual : time.format(), path);
          case Shape.Enumeration names -> constant(names, text, path, violations);
          case Shape.IntEnumeration numbers ->
              constant(numbers, Numbers.read(ENUM_NUMBER, text, path), path, violations);
          case Shape.Schemaless _,
              Shape.Sequence _,
              Shape.Dictionary _,
              StructureShape<?> _,
              UnionShape<?> _ ->
              throw new IllegalStateException("The model binds a " + shape + " to text");
        };
    if (value != REFUSED) {
      Constraints.check(shape, value, path, violations);
    }
    return value;
  }

  static Object constant(Shape.Enumeration names, String text, Path path, Violations violations) {
    Object constant = names.values().get(text);
    if (constant == null) {
      violations.accept(new Violation(path, new Breach.NotAmong(names.valueSet(), text)));
    }
    return constant == null ? REFUSED : constant;
  }

  static Object constant(
      Shape.IntEnumeration numbers, Number number, Path path, Violations violations) {
    Object constant = numbers.values().get(number);
    if (constant == null) {
      String valueSet = numbers.values().keySet().toString();
      violations.accept(new Violation(path, new Breach.NotAmong(valueSet, number.toString())));
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
      default -> throw wrong(path, "true or false, not " + Quotation.of(text));
    };
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
   * Returns whether the text holds no half of a surrogate pair, which would not be a character, and
   * no U+0000, which PostgreSQL cannot store.
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
    return new MalformedException(path.spelling() + " must be " + expected);
  }
}
