package org.carillon.protocol.restjson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carillon.api.shape.Blob;
import org.carillon.api.shape.Breach;
import org.carillon.api.shape.Constraints;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.TimestampFormat;
import org.carillon.api.shape.Violation;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Makes an operation's input of a request: labels, query, headers and body, all validated. */
final class InputDecoder<I> {

  private final StructureShape<I> shape;
  private final MediaTypes mediaTypes;
  private final Refusals refusals;
  private final UnknownNames unknown;
  private final boolean readsObject;

  InputDecoder(OperationShape<I, ?> operation, MediaTypes mediaTypes, Refusals refusals) {
    this.shape = operation.input();
    this.mediaTypes = mediaTypes;
    this.refusals = refusals;
    this.unknown = new UnknownNames(operation);
    // Where a body has no member, all that it holds is unknown.
    this.readsObject =
        unknown.refused()
            ? MediaTypes.payload(shape) == null
            : shape.members().stream().anyMatch(m -> m.location() == Member.Location.BODY);
  }

  /**
   * The input.
   *
   * @throws ModelledException when it is malformed, or breaks a rule of the model; the message
   *     names every member that does
   */
  I decode(WireRequest request, Map<String, String> labels, QueryString query) {
    mediaTypes.checkBody(request);
    Violations violations = new Violations(unknown);
    @Nullable Object[] values = new Object[shape.members().size()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = bound(shape.members().get(i), request, labels, query, violations);
      }
      unknown.parameters(query, violations);
      if (readsObject && request.body().length > 0) {
        JsonDecoder.members(request.body(), shape, values, violations);
      }
    } catch (MalformedException e) {
      throw refusals.malformed(String.valueOf(e.getMessage()));
    }
    violations.complete(shape, values, Path.ROOT);
    if (!violations.isEmpty()) {
      throw refusals.invalid(violations.all());
    }
    return shape.construct(values);
  }

  private static @Nullable Object bound(
      Member member,
      WireRequest request,
      Map<String, String> labels,
      QueryString query,
      Violations violations) {
    Path path = Path.ROOT.member(member);
    return switch (member.location()) {
      case LABEL -> label(member, labels.getOrDefault(member.name(), ""), path, violations);
      case QUERY -> query(member, query, path, violations);
      case QUERY_PARAMS -> queryParams((Shape.Dictionary) member.shape(), query, path, violations);
      case HEADER -> header(member, request, path, violations);
      case PREFIX_HEADERS -> prefixHeaders(member, request.headers());
      case PAYLOAD -> payload(member.shape(), request.body(), path, violations);
      case BODY, STATUS_CODE -> null;
    };
  }

  private static Object label(Member member, String text, Path path, Violations violations) {
    if (text.isEmpty()) {
      violations.accept(new Violation(path, new Breach.Empty()));
      return TextValues.REFUSED;
    }
    return TextValues.decode(member.shape(), text, TimestampFormat.DATE_TIME, path, violations);
  }

  private static @Nullable Object query(
      Member member, QueryString query, Path path, Violations violations) {
    if (member.shape() instanceof Shape.Sequence list) {
      List<String> all = query.all(member.wireName());
      return all.isEmpty() ? null : list(list, all, TimestampFormat.DATE_TIME, path, violations);
    }
    String text = query.single(member.wireName());
    if (text == null) {
      return null;
    }
    String whole = member.shape() instanceof Shape.Time ? Timestamps.withPlus(text) : text;
    return TextValues.decode(member.shape(), whole, TimestampFormat.DATE_TIME, path, violations);
  }

  private static @Nullable Object queryParams(
      Shape.Dictionary shape, QueryString query, Path path, Violations violations) {
    Map<String, Object> params = new LinkedHashMap<>();
    query
        .values()
        .forEach((name, values) -> {
          Path place = path.key(name);
          params.put(
              name,
              shape.value() instanceof Shape.Sequence list
                  ? list(list, values, TimestampFormat.DATE_TIME, place, violations)
                  : TextValues.decode(
                      shape.value(),
                      values.getFirst(),
                      TimestampFormat.DATE_TIME,
                      place,
                      violations));
        });
    return params.isEmpty() ? null : params;
  }

  private static @Nullable Object header(
      Member member, WireRequest request, Path path, Violations violations) {
    List<String> lines = request.headerValues(member.wireName());
    if (lines.isEmpty()) {
      return null;
    }
    if (member.shape() instanceof Shape.Sequence list) {
      List<String> items = new ArrayList<>();
      lines.forEach(line -> items.addAll(HeaderLists.split(line, list.item())));
      return list(list, items, TimestampFormat.HTTP_DATE, path, violations);
    }
    if (lines.size() > 1) {
      throw new MalformedException("The header '" + member.wireName() + "' occurs twice");
    }
    return TextValues.decode(
        member.shape(), lines.getFirst(), TimestampFormat.HTTP_DATE, path, violations);
  }

  private static @Nullable Object prefixHeaders(Member member, List<Header> headers) {
    String prefix = member.wireName().toLowerCase(Locale.ROOT);
    Map<String, String> found = new LinkedHashMap<>();
    for (Header header : headers) {
      if (header.name().toLowerCase(Locale.ROOT).startsWith(prefix)) {
        found.put(header.name().substring(prefix.length()), header.value());
      }
    }
    return found.isEmpty() ? null : found;
  }

  private static List<Object> list(
      Shape.Sequence shape,
      List<String> texts,
      TimestampFormat usual,
      Path path,
      Violations violations) {
    int before = violations.size();
    List<Object> items = new ArrayList<>();
    for (String text : texts) {
      Path place = path.item(items.size());
      items.add(TextValues.decode(shape.item(), text, usual, place, violations));
    }
    if (violations.size() == before) {
      Constraints.check(shape, items, path, violations);
    }
    return List.copyOf(items);
  }

  private static @Nullable Object payload(
      Shape shape, byte[] body, Path path, Violations violations) {
    if (shape instanceof Shape.Bytes) {
      Blob blob = new Blob(body);
      Constraints.check(shape, blob, path, violations);
      return body.length == 0 ? null : blob;
    }
    if (body.length == 0) {
      return null;
    }
    if (shape instanceof Shape.Text plain) {
      Shape whole = new Shape.Text(plain.length(), plain.pattern(), null);
      return TextValues.decode(whole, Utf8.body(body), TimestampFormat.DATE_TIME, path, violations);
    }
    return shape instanceof Shape.Enumeration
        ? TextValues.decode(shape, Utf8.body(body), TimestampFormat.DATE_TIME, path, violations)
        : JsonDecoder.value(body, shape, path, violations);
  }
}
