package org.carillon.protocol.web;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Copies whole answers out to Jetty, each with its request's id. */
final class Answers {

  private static final String ID = "org.carillon.requestId";

  private Answers() {}

  /** The request's id, made when first asked for. */
  static String requestId(Request request) {
    Object known = request.getAttribute(ID);
    if (known == null) {
      known = UUID.randomUUID().toString();
      request.setAttribute(ID, known);
    }
    return Objects.requireNonNull(known).toString();
  }

  /** Sends the answer without waiting for the client to read it. */
  static void send(WireResponse answer, Request request, Response response, Callback done) {
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(answer.status());
    for (Header header : answer.headers()) {
      headers.add(header.name(), header.value());
    }
    headers.put("x-amzn-RequestId", requestId(request));
    response.write(true, ByteBuffer.wrap(answer.body()), done);
  }
}
