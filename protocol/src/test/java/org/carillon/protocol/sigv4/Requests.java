package org.carillon.protocol.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Makes wire requests from raw text, and copies of them with one thing changed. */
final class Requests {

  private Requests() {}

  static WireRequest of(
      String method, String path, @Nullable String query, List<Header> headers, byte[] body) {
    return new WireRequest(method, path, query, headers, body, "test", "127.0.0.1");
  }

  /** Reads a request as it stands in a vector: lenient, with folded lines and bare line feeds. */
  static WireRequest parse(String raw) {
    int blankLine = raw.indexOf("\n\n");
    String head = blankLine < 0 ? raw : raw.substring(0, blankLine);
    String body = blankLine < 0 ? "" : raw.substring(blankLine + 2);
    List<String> lines = head.lines().toList();
    String requestLine = lines.getFirst();
    int targetStart = requestLine.indexOf(' ') + 1;
    String target = requestLine.substring(targetStart, requestLine.lastIndexOf(' '));
    int question = target.indexOf('?');
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(" ")) {
        Header folded = headers.removeLast();
        headers.add(new Header(folded.name(), folded.value() + line));
      } else {
        int colon = line.indexOf(':');
        headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return of(
        requestLine.substring(0, targetStart - 1),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? null : target.substring(question + 1),
        headers,
        body.getBytes(UTF_8));
  }

  static WireRequest withMethod(WireRequest r, String method) {
    return of(method, r.rawPath(), r.rawQuery(), r.headers(), r.body());
  }

  static WireRequest withPath(WireRequest r, String path) {
    return of(r.method(), path, r.rawQuery(), r.headers(), r.body());
  }

  static WireRequest withQuery(WireRequest r, @Nullable String query) {
    return of(r.method(), r.rawPath(), query, r.headers(), r.body());
  }

  static WireRequest withBody(WireRequest r, byte[] body) {
    return of(r.method(), r.rawPath(), r.rawQuery(), r.headers(), body);
  }

  static WireRequest withMore(WireRequest r, String name, String value) {
    List<Header> headers = new ArrayList<>(r.headers());
    headers.add(new Header(name, value));
    return of(r.method(), r.rawPath(), r.rawQuery(), headers, r.body());
  }

  static WireRequest without(WireRequest r, String name) {
    List<Header> headers =
        r.headers().stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList();
    return of(r.method(), r.rawPath(), r.rawQuery(), headers, r.body());
  }

  /** Changes the values of that header. */
  static WireRequest changed(WireRequest r, String name, UnaryOperator<String> change) {
    List<Header> headers =
        r.headers().stream()
            .map(header ->
                header.name().equalsIgnoreCase(name)
                    ? new Header(header.name(), change.apply(header.value()))
                    : header)
            .toList();
    return of(r.method(), r.rawPath(), r.rawQuery(), headers, r.body());
  }

  /** Changes the text in which the signature stands, the Authorization header or the query. */
  static WireRequest resigned(WireRequest r, UnaryOperator<String> change) {
    if (r.header("Authorization") != null) {
      return changed(r, "Authorization", change);
    }
    String query = r.rawQuery();
    return withQuery(r, query == null ? null : change.apply(query));
  }
}
