package org.carillon.protocol.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** Reads one request's body, up to a length and within a time. */
final class BodyReader {

  /** The outcome of reading a body. */
  sealed interface Outcome permits Read, Refused {}

  /** The whole body, which counts as held until it is given to {@link #release}. */
  record Read(byte[] body) implements Outcome {}

  /** No body, and the connection must be closed, as the rest of it may still be on its way. */
  record Refused(Refusal refusal) implements Outcome {}

  /**
   * The bytes beyond the limit that are read and dropped, so that the sender can read the answer.
   */
  private static final int DISCARDED_TIMES_LIMIT = 4;

  private static final int FIRST_BUFFER = 8 * 1024;

  private final int limit;
  private final long timeoutNanos;
  private final MemoryShare memory;

  /**
   * @param limit the longest body
   * @param timeout how long a whole body may take to arrive
   * @param memory what all bodies may hold together
   */
  BodyReader(int limit, Duration timeout, MemoryShare memory) {
    this.limit = limit;
    this.timeoutNanos = timeout.toNanos();
    this.memory = memory;
  }

  /** Says that the body read for a client is no longer needed. */
  void release(Client client) {
    memory.giveBack(client);
  }

  Outcome read(Request request, Client client) throws IOException, InterruptedException {
    boolean kept = false;
    try {
      Outcome outcome = within(request, client);
      kept = outcome instanceof Read;
      return outcome;
    } finally {
      if (kept) {
        memory.settle(client);
      } else {
        memory.giveBack(client);
      }
    }
  }

  private Outcome within(Request request, Client client) throws IOException, InterruptedException {
    long declared = request.getLength();
    if (declared > limit && request.getHeaders().contains(HttpHeader.EXPECT)) {
      // Reading would answer 100 Continue and so ask for a body that is refused.
      return new Refused(Refusal.BODY_TOO_LARGE);
    }
    long deadline = System.nanoTime() + timeoutNanos;
    long most = (long) limit * (1 + DISCARDED_TIMES_LIMIT);
    // A client can declare any length at no cost, so that length is not allocated at once.
    ByteArrayOutputStream body = new ByteArrayOutputStream(Math.clamp(declared, 0, FIRST_BUFFER));
    long count = 0;
    while (count <= most) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        if (!arrives(request, deadline)) {
          return new Refused(count > limit ? Refusal.BODY_TOO_LARGE : Refusal.TOO_SLOW);
        }
        continue;
      }
      if (Content.Chunk.isFailure(chunk)) {
        throw new IOException("The request body ended early", chunk.getFailure());
      }
      boolean last = chunk.isLast();
      ByteBuffer bytes = chunk.getByteBuffer();
      count += bytes.remaining();
      if (count <= limit) {
        if (bytes.hasRemaining() && !memory.take(client, bytes.remaining())) {
          chunk.release();
          return new Refused(Refusal.UNAVAILABLE);
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        body.write(copy, 0, copy.length);
      }
      chunk.release();
      if (last) {
        break;
      }
    }
    return count > limit ? new Refused(Refusal.BODY_TOO_LARGE) : new Read(body.toByteArray());
  }

  private static boolean arrives(Request request, long deadline) throws InterruptedException {
    Semaphore more = new Semaphore(0);
    request.demand(Invocable.from(InvocationType.NON_BLOCKING, more::release));
    return more.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
