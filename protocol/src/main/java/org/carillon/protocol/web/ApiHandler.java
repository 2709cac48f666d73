package org.carillon.protocol.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Hands each request, as it was on the wire, to a plain page or to the API. */
final class ApiHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

  private final BodyReader bodies;
  private final Function<WireRequest, WireResponse> api;
  private final Map<String, Supplier<WireResponse>> pages;

  ApiHandler(
      BodyReader bodies,
      Function<WireRequest, WireResponse> api,
      Map<String, Supplier<WireResponse>> pages) {
    this.bodies = bodies;
    this.api = api;
    this.pages = Map.copyOf(pages);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String requestId = Answers.requestId(request);
    try (var _ = MDC.putCloseable("requestId", requestId)) {
      WireResponse answer =
          switch (bodies.read(request)) {
            case BodyReader.Read read -> {
              try {
                yield answer(request, requestId, read.body());
              } finally {
                bodies.release(read);
              }
            }
            case BodyReader.Refused(Refusal refusal) -> {
              response.getHeaders().put(HttpHeader.CONNECTION, "close");
              yield refusal.response();
            }
          };
      Answers.send(answer, request, response, callback);
    } catch (IOException e) {
      // Either the client is gone, and nobody reads this, or its chunks are malformed.
      LOG.debug("A request body broke off", e);
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      Answers.send(Refusal.BAD_REQUEST.response(), request, response, callback);
    }
    return true;
  }

  private WireResponse answer(Request request, String requestId, byte[] body) {
    HttpURI uri = request.getHttpURI();
    String path = uri.getPath();
    String query = uri.getQuery();
    if (path == null || uri.getFragment() != null || hasNul(path) || hasNul(query)) {
      return Refusal.BAD_REQUEST.response();
    }
    Supplier<WireResponse> page = pages.get(path);
    try {
      if (page != null) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads ? page.get() : Refusal.METHOD_NOT_ALLOWED.response();
      }
      return api.apply(
          new WireRequest(
              request.getMethod(),
              path,
              query,
              headers(request),
              body,
              requestId,
              Request.getRemoteAddr(request)));
    } catch (RuntimeException e) {
      LOG.error("A request failed", e);
      return Refusal.FAILURE.response();
    }
  }

  private static List<Header> headers(Request request) {
    List<Header> headers = new ArrayList<>(request.getHeaders().size());
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      headers.add(new Header(field.getName(), value == null ? "" : text(value)));
    }
    return headers;
  }

  /** Jetty reads values as ISO 8859-1; clients write, and sign, UTF-8. */
  private static String text(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80) {
        return new String(value.getBytes(ISO_8859_1), UTF_8);
      }
    }
    return value;
  }

  /** No text of this API may hold it, and it means mischief in everything below. */
  private static boolean hasNul(@Nullable String text) {
    return text != null && (text.contains("%00") || text.indexOf('\0') >= 0);
  }
}
