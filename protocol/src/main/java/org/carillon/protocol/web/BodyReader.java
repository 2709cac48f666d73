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

/** Reads one request's body, up to a length and within a time. */
final class BodyReader {

  /** How the reading ended. */
  sealed interface Outcome permits Read, Refused {}

  /** The whole body, which counts as held until it is given to {@link #release}. */
  record Read(byte[] body) implements Outcome {}

  /** No body, and the connection must be closed, as the rest of it may still be on its way. */
  record Refused(Refusal refusal) implements Outcome {}

  /** What is read beyond the limit and thrown away, so that the sender gets to read the answer. */
  private static final int DISCARDED_TIMES_LIMIT = 4;

  /** Of all memory, the part that bodies may hold together: copies are made of them further on. */
  private static final int SHARE_OF_MEMORY = 8;

  private static final int FIRST_BUFFER = 8 * 1024;

  private final int limit;
  private final long timeoutNanos;
  private final Semaphore waiting;
  private final Semaphore memory;

  /**
   * @param places how many requests may wait for the rest of their body at once; fewer than are
   *     handled at once, so that senders who dawdle cannot keep out all others
   */
  BodyReader(int limit, Duration timeout, int places) {
    this.limit = limit;
    this.timeoutNanos = timeout.toNanos();
    this.waiting = new Semaphore(places);
    long share = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
    this.memory = new Semaphore((int) Math.clamp(share, 2L * limit, Integer.MAX_VALUE));
  }

  /** Says that a body which was read is no longer needed. */
  void release(Read read) {
    memory.release(read.body().length);
  }

  Outcome read(Request request) throws IOException, InterruptedException {
    Held held = new Held();
    boolean kept = false;
    try {
      Outcome outcome = read(request, held);
      kept = outcome instanceof Read;
      return outcome;
    } finally {
      if (!kept) {
        memory.release(held.count);
      }
    }
  }

  /** How much of the memory for bodies one request holds. */
  private static final class Held {
    private int count;
  }

  private Outcome read(Request request, Held held) throws IOException, InterruptedException {
    long declared = request.getLength();
    if (declared > limit && request.getHeaders().contains(HttpHeader.EXPECT)) {
      // Reading would answer 100 Continue and so ask for what is refused.
      return new Refused(Refusal.BODY_TOO_LARGE);
    }
    long deadline = System.nanoTime() + timeoutNanos;
    long most = (long) limit * (1 + DISCARDED_TIMES_LIMIT);
    // What a request declares costs nothing to say, so it is not what is allocated.
    ByteArrayOutputStream body = new ByteArrayOutputStream(Math.clamp(declared, 0, FIRST_BUFFER));
    long count = 0;
    while (count <= most) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        if (!waiting.tryAcquire()) {
          return new Refused(Refusal.UNAVAILABLE);
        }
        boolean arrived;
        try {
          arrived = arrives(request, deadline);
        } finally {
          waiting.release();
        }
        if (!arrived) {
          return new Refused(count > limit ? Refusal.BODY_TOO_LARGE : Refusal.TOO_SLOW);
        }
        continue;
      }
      if (Content.Chunk.isFailure(chunk)) {
        throw new IOException("The request body broke off", chunk.getFailure());
      }
      boolean last = chunk.isLast();
      ByteBuffer bytes = chunk.getByteBuffer();
      count += bytes.remaining();
      if (count <= limit) {
        if (!memory.tryAcquire(bytes.remaining())) {
          chunk.release();
          return new Refused(Refusal.UNAVAILABLE);
        }
        held.count += bytes.remaining();
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
    request.demand(more::release);
    return more.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
