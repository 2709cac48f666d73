package org.carillon.app.client;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.carillon.api.shape.Shape;

/** Reads what people write on a command line for a member, by the member's shape. */
public final class MemberText {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private MemberText() {}

  /**
   * Returns the value that the texts spell: several make a list, and lists, maps and structures may
   * be JSON.
   *
   * @throws IllegalArgumentException with the problem in words that follow the flag's name
   */
  public static JsonNode read(Shape shape, List<String> texts) {
    if (shape instanceof Shape.Sequence list) {
      if (texts.size() == 1 && texts.getFirst().stripLeading().startsWith("[")) {
        return json(texts.getFirst());
      }
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      texts.forEach(text -> items.add(one(list.item(), text)));
      return items;
    }
    if (texts.size() > 1) {
      throw new IllegalArgumentException("is given %d times; give it once".formatted(texts.size()));
    }
    return one(shape, texts.getFirst());
  }

  private static JsonNode one(Shape shape, String text) {
    return switch (shape) {
      case Shape.Text _, Shape.Bytes _, Shape.Time _, Shape.Enumeration _ -> TextNode.valueOf(text);
      case Shape.Numeric _, Shape.IntEnumeration _ -> number(text);
      case Shape.Bool _ -> bool(text);
      case Shape.Schemaless _, Shape.Sequence _, Shape.Dictionary _, Shape.Aggregate _ ->
          json(text);
    };
  }

  private static JsonNode number(String text) {
    try {
      return DecimalNode.valueOf(new BigDecimal(text));
    } catch (NumberFormatException other) {
      throw new IllegalArgumentException("is \"%s\", which is not a number".formatted(text), other);
    }
  }

  private static JsonNode bool(String text) {
    return switch (text) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default ->
          throw new IllegalArgumentException("is \"%s\"; it can be true or false".formatted(text));
    };
  }

  /**
   * Returns the value that a JSON text holds.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      // Jackson's own words name its classes and tokens.
      JsonLocation at = malformed.getLocation();
      throw new IllegalArgumentException(
          "is not JSON%s; write names and texts in double quotes, as in {\"Name\": \"Front desk\"}"
              .formatted(
                  at == null
                      ? ""
                      : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr())),
          malformed);
    }
  }

  /** Returns what a shape's text is, for help. */
  public static String kind(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "TEXT";
      case Shape.Bytes _ -> "BASE64";
      case Shape.Time _ -> "INSTANT";
      case Shape.Numeric _, Shape.IntEnumeration _ -> "NUMBER";
      case Shape.Bool _ -> "true|false";
      case Shape.Enumeration values ->
          values.values().keySet().stream().sorted().collect(Collectors.joining("|"));
      case Shape.Sequence list -> kind(list.item());
      case Shape.Schemaless _, Shape.Dictionary _, Shape.Aggregate _ -> "JSON";
    };
  }
}
