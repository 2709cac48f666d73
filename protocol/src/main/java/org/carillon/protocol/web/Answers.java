package org.carillon.protocol.web;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** Copies whole answers out to Jetty, each with its request's id, without waiting for readers. */
final class Answers {

  private static final String ID = "org.carillon.requestId";

  /** Each try to write copies out of the heap what it is given, however little the client takes. */
  private static final int PIECE = 64 * 1024;

  /** Up to here, answers not read yet are bounded by the number of connections. */
  private static final int SMALL = 8 * 1024;

  // Ids need be different, not secret: the system's random numbers come from behind one lock.
  private static final long PROCESS = new SecureRandom().nextLong();
  private static final AtomicLong COUNT = new AtomicLong();

  private final Clients clients;
  private final MemoryShare memory;
  private final Duration patience;
  private final int leastRate;

  /**
   * @param memory what answers not read yet may hold together
   * @param patience how long a client may take to read anything
   * @param leastRate bytes a second that it must read after that
   */
  Answers(Clients clients, MemoryShare memory, Duration patience, int leastRate) {
    this.clients = clients;
    this.memory = memory;
    this.patience = patience;
    this.leastRate = leastRate;
  }

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

  /** Sends an answer of this request's own, unless too much is held for slow readers already. */
  void send(WireResponse answer, Request request, Response response, Callback done) {
    Client client = clients.of(request);
    int length = answer.body().length;
    boolean room = length <= SMALL || memory.take(client, length);
    // The answer to a write is sent in any case; such answers are short.
    boolean isTold = room || !ApiHandler.isRead(request);
    WireResponse told = isTold ? answer : Refusal.UNAVAILABLE.response();
    send(told, client, request, response, done);
  }

  /** Sends an answer whose body many requests share. */
  void sendShared(WireResponse answer, Request request, Response response, Callback done) {
    send(answer, clients.of(request), request, response, done);
  }

  private void send(
      WireResponse answer, Client client, Request request, Response response, Callback done) {
    byte[] body = answer.body();
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(answer.status());
    for (Header header : answer.headers()) {
      headers.add(header.name(), header.value());
    }
    headers.put("x-amzn-RequestId", requestId(request));
    client.reads(patience.plusMillis(1000L * body.length / leastRate));
    Callback sent =
        Callback.from(
            InvocationType.NON_BLOCKING,
            () -> {
              isOver(client);
              done.succeeded();
            },
            failure -> {
              isOver(client);
              done.failed(failure);
            });
    if (body.length <= PIECE) {
      response.write(true, ByteBuffer.wrap(body), sent);
    } else {
      headers.put(HttpHeader.CONTENT_LENGTH, body.length);
      new Pieces(response, ByteBuffer.wrap(body), sent).iterate();
    }
  }

  private void isOver(Client client) {
    memory.giveBack(client);
    client.isAnswered();
  }

  /** Writes a long body, one piece after the other. */
  private static final class Pieces extends IteratingCallback {

    private final Response response;
    private final ByteBuffer rest;
    private final Callback sent;

    Pieces(Response response, ByteBuffer body, Callback sent) {
      this.response = response;
      this.rest = body;
      this.sent = sent;
    }

    @Override
    protected Action process() {
      if (!rest.hasRemaining()) {
        return Action.SUCCEEDED;
      }
      ByteBuffer piece = rest.slice(rest.position(), Math.min(PIECE, rest.remaining()));
      rest.position(rest.position() + piece.remaining());
      response.write(!rest.hasRemaining(), piece, this);
      return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
      sent.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable failure) {
      sent.failed(failure);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
