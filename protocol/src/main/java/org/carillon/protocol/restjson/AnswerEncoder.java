package org.carillon.protocol.restjson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.api.shape.Blob;
import org.carillon.api.shape.ErrorShape;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.TimestampFormat;
import org.carillon.api.shape.Unit;
import org.carillon.protocol.restjson.RestJsonSettings.Envelope;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** Makes a whole answer of an output or an error, or fails before any of it exists. */
record AnswerEncoder(Envelope envelope) {

  static final int UNAVAILABLE = 503;

  private static final String RETRY_SECONDS = "1";
  private static final byte[] NOTHING = {};
  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

  <O> WireResponse success(int code, StructureShape<O> shape, O output, String requestId) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("x-amzn-RequestId", requestId));
    return answer(code, shape, output, headers);
  }

  WireResponse error(ModelledException error, String requestId) {
    ErrorShape<?> shape = error.shape();
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("x-amzn-RequestId", requestId));
    headers.add(new Header("x-amzn-ErrorType", shape.name()));
    if (shape.status() == UNAVAILABLE) {
      headers.add(new Header("Retry-After", RETRY_SECONDS));
    }
    return answer(shape.status(), shape.structure(), error, headers);
  }

  private WireResponse answer(
      int code, StructureShape<?> shape, Object value, List<Header> headers) {
    int status = code;
    List<Member> members = shape.members();
    @Nullable Object[] values = shape.readAny(value);
    Shape payloadShape = null;
    Object payload = null;
    Map<String, Object> prefixed = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Member member = members.get(i);
      Object bound = values[i];
      if (member.location() == Member.Location.PAYLOAD) {
        payloadShape = member.shape();
        payload = bound;
      } else if (bound != null) {
        switch (member.location()) {
          case HEADER -> header(member, bound, headers);
          case PREFIX_HEADERS ->
              ((Map<?, ?>) bound)
                  .forEach((name, text) -> prefixed.put(member.wireName() + name, text));
          case STATUS_CODE -> status = (Integer) bound;
          case BODY, PAYLOAD, LABEL, QUERY, QUERY_PARAMS -> {}
        }
      }
    }
    // What a member of its own says in a header goes before what a map says.
    prefixed.forEach((name, text) -> {
      if (!isPresent(name, headers)) {
        add(name, text.toString(), headers);
      }
    });
    byte[] body =
        status == 204
            ? NOTHING
            : payloadShape != null ? payload(payloadShape, payload) : object(shape, value);
    if (body.length > 0 || envelope == Envelope.FULL) {
      String type = payloadShape == null ? MediaTypes.JSON : MediaTypes.of(shape);
      if (type != null && !isPresent("Content-Type", headers)) {
        headers.add(new Header("Content-Type", type));
      }
    }
    return new WireResponse(status, List.copyOf(headers), body);
  }

  private byte[] object(StructureShape<?> shape, Object value) {
    if (value == Unit.INSTANCE) {
      return envelope == Envelope.FULL ? EMPTY_OBJECT : NOTHING;
    }
    return JsonEncoder.encode(shape, value, envelope);
  }

  private byte[] payload(Shape shape, @Nullable Object payload) {
    return switch (shape) {
      case Shape.Bytes _ -> payload == null ? NOTHING : ((Blob) payload).bytes();
      case Shape.Text _ ->
          payload == null ? NOTHING : ((String) payload).getBytes(StandardCharsets.UTF_8);
      case Shape.Enumeration names ->
          payload == null ? NOTHING : names.text().apply(payload).getBytes(StandardCharsets.UTF_8);
      case Shape _ -> payload == null ? NOTHING : JsonEncoder.encode(shape, payload, envelope);
    };
  }

  private static void header(Member member, Object value, List<Header> headers) {
    if (member.shape() instanceof Shape.Sequence list) {
      List<String> items = new ArrayList<>();
      for (Object item : (Collection<?>) value) {
        String text = TextValues.encode(list.item(), item, TimestampFormat.HTTP_DATE);
        items.add(HeaderLists.quote(text, list.item()));
      }
      add(member.wireName(), String.join(", ", items), headers);
    } else {
      String text = TextValues.encode(member.shape(), value, TimestampFormat.HTTP_DATE);
      add(member.wireName(), text, headers);
    }
  }

  private static boolean isPresent(String name, List<Header> headers) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  // A line break in a value would let its author add headers.
  private static void add(String name, String value, List<Header> headers) {
    if (value.chars().anyMatch(character -> character < ' ' && character != '\t')) {
      throw new IllegalStateException("The header " + name + " would hold a control character");
    }
    headers.add(new Header(name, value));
  }
}
