package org.carillon.protocol.web;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Copies whole answers out to Jetty, each with its request's id. */
final class Answers {

  private static final String ID = "org.carillon.requestId";

  // Ids need be different, not secret: the system's random numbers come from behind one lock.
  private static final long PROCESS = new SecureRandom().nextLong();
  private static final AtomicLong COUNT = new AtomicLong();

  private Answers() {}

  /** The request's id, made when first asked for. */
  static String requestId(Request request) {
    Object known = request.getAttribute(ID);
    if (known == null) {
      known = newId().toString();
      request.setAttribute(ID, known);
    }
    return Objects.requireNonNull(known).toString();
  }

  /** A UUID of version 4 by its form; no two of this process are the same. */
  private static UUID newId() {
    // A product with an odd number is different for every count, and looks it.
    long scattered = (COUNT.incrementAndGet() * 0x9E3779B97F4A7C15L) & (-1L >>> 2);
    return new UUID((PROCESS & ~0xF000L) | 0x4000L, scattered | Long.MIN_VALUE);
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
