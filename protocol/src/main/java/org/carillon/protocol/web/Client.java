package org.carillon.protocol.web;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.io.Connection;

/** One client's connection: what is waited for on it, and since when. */
final class Client {

  /** What is waited for, in the order in which a request goes through it. */
  enum Stage {
    /** The client sends its next request, as far as the end of its headers. */
    HEADERS,
    /** The client sends the rest of a body. */
    BODY,
    /** The server does what was asked. */
    OPERATION,
    /** The client reads the answer. */
    ANSWER
  }

  private final Connection connection;
  private volatile Stage stage = Stage.HEADERS;
  private volatile long since = System.nanoTime();
  private volatile long allowedNanos;
  private volatile long bytesBefore;

  /** When the first byte of headers was noticed, 0 before; only who looks for the overdue knows. */
  private long headersSince;

  private volatile boolean answered;

  Client(Connection connection) {
    this.connection = connection;
  }

  /** The request's headers are complete, and the client owes the body. */
  void sendsBody() {
    enter(Stage.BODY);
  }

  /** The client owes nothing now. */
  void waits() {
    enter(Stage.OPERATION);
  }

  /** The client has an answer to read, within that time. */
  void reads(Duration allowed) {
    allowedNanos = allowed.toNanos();
    enter(Stage.ANSWER);
  }

  /** The answer is sent; the next request may come. */
  void isAnswered() {
    answered = true;
    bytesBefore = connection.getBytesIn();
    enter(Stage.HEADERS);
  }

  private void enter(Stage next) {
    since = System.nanoTime();
    stage = next;
  }

  Stage stage() {
    return stage;
  }

  /** How long this stage lasts already. */
  long nanosInStage(long now) {
    return now - since;
  }

  /** Whether it got an answer before: then it is no stranger. */
  boolean wasAnswered() {
    return answered;
  }

  /** Whether nothing of a next request has come. */
  boolean isIdle() {
    return stage == Stage.HEADERS && connection.getBytesIn() == bytesBefore;
  }

  /** Whether it takes longer than it may over its headers, or over reading. */
  boolean isOverdue(long now, Duration headers) {
    return switch (stage) {
      case HEADERS -> {
        boolean first = headersSince == 0 || headersSince - since < 0;
        headersSince = isIdle() ? 0 : first ? now : headersSince;
        yield headersSince != 0 && now - headersSince > headers.toNanos();
      }
      case ANSWER -> now - since > allowedNanos;
      case BODY, OPERATION -> false;
    };
  }

  /** Ends the connection, and with it all that is held for it. */
  void close() {
    connection.getEndPoint().close(new ClientTooSlowException());
  }

  /** Why a connection was ended; made for each client that dawdles, so without a stack. */
  private static final class ClientTooSlowException extends IOException {

    private static final long serialVersionUID = 1L;

    ClientTooSlowException() {
      super("The client took longer than there was room for");
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
