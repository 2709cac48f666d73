package org.carillon.protocol.restjson;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.Unit;
import org.carillon.protocol.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which media types an operation takes and gives.
 *
 * @param taken of the input's body; null when it has none
 * @param given of the output's body; null when it has none, or one whose bytes may be anything
 * @param anyTaken whether a body of any type will do
 * @param strict whether types must be named where there is a body and only there
 */
record MediaTypes(
    @Nullable String taken, @Nullable String given, boolean anyTaken, boolean strict) {

  static final String JSON = "application/json";

  /** AWS's other JSON protocols, whose clients name their type out of habit. */
  private static final Set<String> ALSO_JSON =
      Set.of("application/x-amz-json-1.0", "application/x-amz-json-1.1");

  /** The types that clients send by default: curl's forms, some SDKs' bytes, fetch's text. */
  private static final Set<String> BY_DEFAULT =
      Set.of("application/x-www-form-urlencoded", "application/octet-stream", "text/plain");

  static MediaTypes of(StructureShape<?> input, StructureShape<?> output, boolean strict) {
    Member out = payload(output);
    String given = out != null && isAnything(out) ? null : of(output);
    Member in = payload(input);
    return new MediaTypes(of(input), given, in != null && isAnything(in), strict);
  }

  private static boolean isAnything(Member payload) {
    return payload.shape() instanceof Shape.Bytes(var _, var type) && type == null;
  }

  /** The type of a structure's body; null when it has none. */
  static @Nullable String of(StructureShape<?> shape) {
    Member payload = payload(shape);
    if (payload == null) {
      List<Member> members = shape.members();
      // A structure without any member is an empty object; none at all is no body.
      boolean hasBody =
          members.isEmpty()
              ? !shape.equals(Unit.SHAPE)
              : members.stream().anyMatch(m -> m.location() == Member.Location.BODY);
      return hasBody ? JSON : null;
    }
    return switch (payload.shape()) {
      case Shape.Bytes(var _, var type) -> type == null ? "application/octet-stream" : type;
      case Shape.Text(var _, var _, var type) -> type == null ? "text/plain" : type;
      case Shape.Enumeration _ -> "text/plain";
      case Shape _ -> JSON;
    };
  }

  static @Nullable Member payload(StructureShape<?> shape) {
    return shape.members().stream()
        .filter(member -> member.location() == Member.Location.PAYLOAD)
        .findFirst()
        .orElse(null);
  }

  /**
   * Looks at the request's {@code Content-Type}.
   *
   * @throws ProtocolException 415 when it does not fit the body
   */
  void checkBody(WireRequest request) {
    String named = request.header("Content-Type");
    if (named == null) {
      if (strict && taken != null && !anyTaken && request.body().length > 0) {
        throw unsupported("none");
      }
      return;
    }
    if (taken == null) {
      if (strict && request.body().length > 0) {
        throw unsupported(named);
      }
      return;
    }
    String type = bare(named);
    boolean json = taken.equals(JSON) && isJson(type, request.body());
    boolean idle = !strict && request.body().length == 0;
    if (!anyTaken && !type.equals(taken) && !json && !idle) {
      throw unsupported(named);
    }
  }

  /** Returns whether a body of another type is JSON all the same, which a form never looks like. */
  private boolean isJson(String type, byte[] body) {
    return ALSO_JSON.contains(type) || (!strict && BY_DEFAULT.contains(type) && isObject(body));
  }

  private static boolean isObject(byte[] body) {
    int i = 0;
    while (i < body.length && Character.isWhitespace(body[i])) {
      i++;
    }
    return i < body.length && body[i] == '{';
  }

  /**
   * Looks at the request's {@code Accept}.
   *
   * @throws ProtocolException 406 when it rules out what the answer would be
   */
  void checkAnswer(WireRequest request) {
    List<String> lines = strict ? request.headerValues("Accept") : List.of();
    if (lines.isEmpty() || given == null) {
      return;
    }
    String group = given.substring(0, given.indexOf('/') + 1) + "*";
    for (String line : lines) {
      for (String part : line.split(",", -1)) {
        String type = bare(part);
        if (type.equals("*/*") || type.equals(group) || type.equals(given)) {
          return;
        }
      }
    }
    throw new ProtocolException(
        "NotAcceptableException",
        406,
        "NotAcceptable",
        "Accept does not allow the type of the answer, " + given);
  }

  private ProtocolException unsupported(String named) {
    return new ProtocolException(
        "UnsupportedMediaTypeException",
        415,
        "UnsupportedMediaType",
        "The Content-Type is " + named + " but should be " + (taken == null ? "none" : taken));
  }

  private static String bare(String type) {
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }
}
