package org.carillon.protocol.restjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.carillon.api.shape.Blob;
import org.carillon.api.shape.Document;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.TimestampFormat;
import org.carillon.api.shape.UnionShape;
import org.carillon.protocol.restjson.RestJsonSettings.Envelope;
import org.jspecify.annotations.Nullable;

/** Writes the values of a shape as JSON, with the keys of structures in alphabetical order. */
final class JsonEncoder {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final boolean full;

  private JsonEncoder(JsonGenerator json, Envelope envelope) {
    this.json = json;
    this.full = envelope == Envelope.FULL;
  }

  /**
   * The complete JSON text.
   *
   * @throws UncheckedIOException when a text holds half a character
   */
  static byte[] encode(Shape shape, Object value, Envelope envelope) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      new JsonEncoder(json, envelope).value(shape, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void value(Shape shape, Object value) throws IOException {
    switch (shape) {
      case Shape.Bool _ -> json.writeBoolean((Boolean) value);
      case Shape.Numeric _ -> number((Number) value);
      case Shape.Text _ -> text((String) value);
      case Shape.Bytes _ ->
          json.writeString(Base64.getEncoder().encodeToString(((Blob) value).bytes()));
      case Shape.Time time -> time(time.format(), (Instant) value);
      case Shape.Schemaless _ -> anything(((Document) value).value());
      case Shape.Enumeration names -> json.writeString(names.text().apply(value));
      case Shape.IntEnumeration numbers -> json.writeNumber((int) numbers.number().apply(value));
      case Shape.Sequence sequence -> {
        json.writeStartArray();
        for (Object item : (Collection<?>) value) {
          nullable(sequence.item(), item);
        }
        json.writeEndArray();
      }
      case Shape.Dictionary dictionary -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
          json.writeFieldName(
              TextValues.encode(dictionary.key(), entry.getKey(), TimestampFormat.DATE_TIME));
          nullable(dictionary.value(), entry.getValue());
        }
        json.writeEndObject();
      }
      case StructureShape<?> structure -> structure(structure, value);
      case UnionShape<?> union -> {
        UnionShape.Variant variant = union.readAny(value);
        Member member = union.members().get(variant.index());
        json.writeStartObject();
        json.writeFieldName(member.wireName());
        value(member.shape(), variant.value());
        json.writeEndObject();
      }
    }
  }

  private void structure(StructureShape<?> shape, Object structure) throws IOException {
    @Nullable Object[] values = shape.readAny(structure);
    json.writeStartObject();
    for (int index : shape.bodyOrder()) {
      Object value = values[index];
      if (value != null || full) {
        Member member = shape.members().get(index);
        json.writeFieldName(String.valueOf(member.bodyName()));
        nullable(member.shape(), value);
      }
    }
    json.writeEndObject();
  }

  private void nullable(Shape shape, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      value(shape, value);
    }
  }

  // Jackson writes half a surrogate pair as bytes that are not UTF-8.
  private void text(String text) throws IOException {
    if (!TextValues.isStorable(text)) {
      throw new IOException("A text holds half a character");
    }
    json.writeString(text);
  }

  private void number(Number number) throws IOException {
    switch (number) {
      case Float value when !Float.isFinite(value) -> json.writeString(value.toString());
      case Double value when !Double.isFinite(value) -> json.writeString(value.toString());
      case Float value -> json.writeNumber(value);
      case Double value -> json.writeNumber(value);
      case BigDecimal value -> json.writeNumber(value);
      case BigInteger value -> json.writeNumber(value);
      default -> json.writeNumber(number.longValue());
    }
  }

  private void time(@Nullable TimestampFormat format, Instant instant) throws IOException {
    if (format == null || format == TimestampFormat.EPOCH_SECONDS) {
      json.writeNumber(Timestamps.format(instant, TimestampFormat.EPOCH_SECONDS, false));
    } else {
      json.writeString(Timestamps.format(instant, format, full));
    }
  }

  private void anything(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case Number number -> number(number);
      case Collection<?> items -> {
        json.writeStartArray();
        for (Object item : items) {
          anything(item);
        }
        json.writeEndArray();
      }
      case Map<?, ?> entries -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
          json.writeFieldName(entry.getKey().toString());
          anything(entry.getValue());
        }
        json.writeEndObject();
      }
      default -> text(value.toString());
    }
  }
}
