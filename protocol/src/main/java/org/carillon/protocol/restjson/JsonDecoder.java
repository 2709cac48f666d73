package org.carillon.protocol.restjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.api.shape.Blob;
import org.carillon.api.shape.Constraints;
import org.carillon.api.shape.Document;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.NumberKind;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.TimestampFormat;
import org.carillon.api.shape.UnionShape;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text into the values of a shape: strict types, bounded depth, no key twice,
 * nothing after the end. What breaks a rule of the model is collected; what has the wrong type ends
 * it.
 */
final class JsonDecoder {

  private static final int DEEPEST = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  /** A number of a value without a schema. */
  private static final Shape.Numeric ANY_NUMBER = new Shape.Numeric(NumberKind.BIG_DECIMAL, null);

  private final JsonParser json;
  private final Violations violations;

  private JsonDecoder(JsonParser json, Violations violations) {
    this.json = json;
    this.violations = violations;
  }

  /** Fills in the values of the structure's body members. */
  static void members(
      byte[] body, StructureShape<?> shape, @Nullable Object[] values, Violations violations) {
    read(
        body,
        violations,
        decoder -> {
          decoder.expect(JsonToken.START_OBJECT, Path.ROOT, "an object");
          decoder.fill(shape, values, Path.ROOT);
          return values;
        });
  }

  /** The value of a whole body; null when it is a JSON null. */
  static @Nullable Object value(byte[] body, Shape shape, Path path, Violations violations) {
    return read(
        body,
        violations,
        decoder ->
            decoder.json.currentToken() == JsonToken.VALUE_NULL
                    && !(shape instanceof Shape.Schemaless)
                ? null
                : decoder.value(shape, path));
  }

  private interface Reading {
    @Nullable Object read(JsonDecoder decoder) throws IOException;
  }

  private static @Nullable Object read(byte[] body, Violations violations, Reading reading) {
    // Given bytes, Jackson would take them for UTF-16 or UTF-32 where they look like it.
    try (JsonParser json = FACTORY.createParser(Utf8.body(body))) {
      json.nextToken();
      Object value = reading.read(new JsonDecoder(json, violations));
      if (json.nextToken() != null) {
        throw new MalformedException("The body has text after its JSON value");
      }
      return value;
    } catch (IOException e) {
      // Jackson's message quotes the body, which may have a secret.
      throw new MalformedException("The body is not valid JSON");
    }
  }

  private Object value(Shape shape, Path path) throws IOException {
    int before = violations.size();
    Object value =
        switch (shape) {
          case Shape.Bool _ -> bool(path);
          case Shape.Numeric numeric -> number(numeric, path);
          case Shape.Text _ -> text(path);
          case Shape.Bytes _ -> new Blob(TextValues.base64(text(path), path));
          case Shape.Time time -> time(time, path);
          case Shape.Schemaless _ -> new Document(anything(path));
          case Shape.Enumeration names -> TextValues.constant(names, text(path), path, violations);
          case Shape.IntEnumeration numbers ->
              TextValues.constant(numbers, number(TextValues.ENUM_NUMBER, path), path, violations);
          case Shape.Sequence sequence -> list(sequence, path);
          case Shape.Dictionary dictionary -> map(dictionary, path);
          case StructureShape<?> structure -> structure(structure, path);
          case UnionShape<?> union -> union(union, path);
        };
    // Refused items share one mark that would count as repeated, so their list is not checked.
    if (!(value instanceof TextValues.Refused) && violations.size() == before) {
      Constraints.check(shape, value, path, violations);
    }
    return value;
  }

  private Object structure(StructureShape<?> shape, Path path) throws IOException {
    expect(JsonToken.START_OBJECT, path, "an object");
    @Nullable Object[] values = new Object[shape.members().size()];
    fill(shape, values, path);
    violations.complete(shape, values, path);
    return violations.isEmpty() ? shape.construct(values) : TextValues.REFUSED;
  }

  private void fill(StructureShape<?> shape, @Nullable Object[] values, Path path)
      throws IOException {
    List<Member> members = shape.members();
    boolean[] seen = new boolean[members.size()];
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      int index = shape.bodyMember(key);
      JsonToken token = json.nextToken();
      if (index < 0) {
        violations.unknown(shape, key, path);
        json.skipChildren();
        continue;
      }
      Member member = members.get(index);
      if (seen[index]) {
        throw twice(path.member(member));
      }
      seen[index] = true;
      if (token != JsonToken.VALUE_NULL || member.shape() instanceof Shape.Schemaless) {
        values[index] = value(member.shape(), path.member(member));
      }
    }
  }

  private Object union(UnionShape<?> shape, Path path) throws IOException {
    expect(JsonToken.START_OBJECT, path, "an object");
    Object union = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_NULL || key.equals("__type")) {
        json.skipChildren();
        continue;
      }
      int index = shape.bodyMember(key);
      if (index < 0 || union != null) {
        throw TextValues.wrong(path, "an object of exactly one known member");
      }
      Member member = shape.members().get(index);
      Object value = value(member.shape(), path.member(member));
      union = violations.isEmpty() ? shape.construct(index, value) : TextValues.REFUSED;
    }
    if (union == null) {
      throw TextValues.wrong(path, "an object of exactly one known member");
    }
    return union;
  }

  private Object list(Shape.Sequence shape, Path path) throws IOException {
    expect(JsonToken.START_ARRAY, path, "a list");
    List<@Nullable Object> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Path place = path.item(items.size());
      items.add(element(shape.item(), shape.sparse(), place));
    }
    return Collections.unmodifiableList(items);
  }

  private Object map(Shape.Dictionary shape, Path path) throws IOException {
    expect(JsonToken.START_OBJECT, path, "an object");
    Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String text = checked(json.currentName(), path);
      Object key =
          TextValues.decode(shape.key(), text, TimestampFormat.DATE_TIME, path, violations);
      // A refused key keeps its text, so that it does not hide the next refused one.
      Object stored = key instanceof TextValues.Refused ? text : key;
      json.nextToken();
      if (entries.containsKey(stored)) {
        throw twice(path.key(text));
      }
      entries.put(stored, element(shape.value(), shape.sparse(), path.key(text)));
    }
    return Collections.unmodifiableMap(entries);
  }

  private @Nullable Object element(Shape shape, boolean sparse, Path path) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL && !(shape instanceof Shape.Schemaless)) {
      if (!sparse) {
        throw new MalformedException(path.spelling() + " must not be null");
      }
      return null;
    }
    return value(shape, path);
  }

  private Boolean bool(Path path) {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> throw TextValues.wrong(path, "true or false");
    };
  }

  private Number number(Shape.Numeric shape, Path path) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING && Numbers.isFractional(shape.kind())) {
      Number special = Numbers.special(shape.kind(), json.getText());
      if (special != null) {
        return special;
      }
    }
    return Numbers.finite(shape, digits(path, Numbers.describe(shape)), path);
  }

  private Object time(Shape.Time time, Path path) throws IOException {
    TimestampFormat format = time.format() == null ? TimestampFormat.EPOCH_SECONDS : time.format();
    boolean written = format != TimestampFormat.EPOCH_SECONDS;
    String text = written ? text(path) : digits(path, Timestamps.describe(format));
    return Timestamps.parse(text, format, path);
  }

  private String digits(Path path, String what) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw TextValues.wrong(path, what);
    }
    return json.getText();
  }

  private String text(Path path) throws IOException {
    expect(JsonToken.VALUE_STRING, path, "a string");
    return checked(json.getText(), path);
  }

  private static String checked(String text, Path path) {
    if (!TextValues.isStorable(text)) {
      throw TextValues.wrong(path, "whole characters, none of them U+0000");
    }
    return text;
  }

  private @Nullable Object anything(Path path) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String key = checked(json.currentName(), path);
          json.nextToken();
          if (entries.containsKey(key)) {
            throw twice(path.key(key));
          }
          entries.put(key, anything(path));
        }
        yield Collections.unmodifiableMap(entries);
      }
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(anything(path));
        }
        yield Collections.unmodifiableList(items);
      }
      case VALUE_STRING -> checked(json.getText(), path);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(ANY_NUMBER, path);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null, default -> throw TextValues.wrong(path, "a JSON value");
    };
  }

  private void expect(JsonToken token, Path path, String what) {
    if (json.currentToken() != token) {
      throw path.parent() == null
          ? new MalformedException("The body must be " + what)
          : TextValues.wrong(path, what);
    }
  }

  private static MalformedException twice(Path path) {
    return new MalformedException("The body has the member " + path.spelling() + " twice");
  }
}
