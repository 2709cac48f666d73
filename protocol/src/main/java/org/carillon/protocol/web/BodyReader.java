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

  /** The whole body. */
  record Read(byte[] body) implements Outcome {}

  /** No body, and the connection must be closed, as the rest of it may still be on its way. */
  record Refused(Refusal refusal) implements Outcome {}

  /** What is read beyond the limit and thrown away, so that the sender gets to read the answer. */
  private static final int DISCARDED_TIMES_LIMIT = 4;

  private final int limit;
  private final long timeoutNanos;

  BodyReader(int limit, Duration timeout) {
    this.limit = limit;
    this.timeoutNanos = timeout.toNanos();
  }

  Outcome read(Request request) throws IOException, InterruptedException {
    long declared = request.getLength();
    if (declared > limit && request.getHeaders().contains(HttpHeader.EXPECT)) {
      // Reading would answer 100 Continue and so ask for what is refused.
      return new Refused(Refusal.BODY_TOO_LARGE);
    }
    long deadline = System.nanoTime() + timeoutNanos;
    long most = (long) limit * (1 + DISCARDED_TIMES_LIMIT);
    ByteArrayOutputStream body =
        new ByteArrayOutputStream(declared > 0 && declared <= limit ? (int) declared : 0);
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
        throw new IOException("The request body broke off", chunk.getFailure());
      }
      boolean last = chunk.isLast();
      ByteBuffer bytes = chunk.getByteBuffer();
      count += bytes.remaining();
      if (count <= limit) {
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
