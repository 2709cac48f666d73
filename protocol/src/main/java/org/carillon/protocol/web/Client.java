package org.carillon.protocol.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection: its stage, and when that stage began. */
final class Client {

  private static final Logger LOG = LoggerFactory.getLogger(Client.class);

  /** The stages of a connection, in the order in which a request goes through them. */
  enum Stage {
    /** The client sends its next request, as far as the end of its headers. */
    HEADERS,
    /** The client sends the rest of a body. */
    BODY,
    /** The server runs the operation. */
    OPERATION,
    /** The client reads the answer. */
    ANSWER,
    /** Nothing: the connection is given up, and no request of it begins any more. */
    ENDED
  }

  /** A stage and when it began; a new one each time, even when the same stage comes again. */
  record Progress(Stage stage, long since) {

    Progress(Stage stage) {
      this(stage, System.nanoTime());
    }

    /** Returns the time that this stage has lasted. */
    long nanos(long now) {
      return now - since;
    }
  }

  private final Connection connection;
  private final AtomicReference<Progress> standing;
  private volatile long allowedNanos;
  private volatile long bytesBefore;

  /**
   * When the first byte of headers was noticed, 0 before; only the search for overdue clients sets
   * it.
   */
  private long headersSince;

  private volatile boolean answered;

  Client(Connection connection) {
    this(connection, Stage.HEADERS);
  }

  private Client(Connection connection, Stage stage) {
    this.connection = connection;
    standing = new AtomicReference<>(new Progress(stage));
  }

  /** The client of a connection that is closed already. */
  static Client gone(Connection connection) {
    return new Client(connection, Stage.ENDED);
  }

  /** The request's headers are complete, and the client owes the body. */
  void sendsBody() {
    enter(Stage.BODY);
  }

  /**
   * The client owes nothing now; false when it was given up before, and its operation must not
   * begin.
   */
  boolean waits() {
    return enter(Stage.OPERATION);
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

  private boolean enter(Stage stage) {
    Progress next = new Progress(stage);
    Progress before = standing.getAndUpdate(now -> now.stage == Stage.ENDED ? now : next);
    return before.stage != Stage.ENDED;
  }

  Progress progress() {
    return standing.get();
  }

  /** Returns whether it got an answer before, and so is no stranger. */
  boolean wasAnswered() {
    return answered;
  }

  /** Returns whether nothing of a next request has come. */
  boolean isIdle(Progress seen) {
    return seen.stage == Stage.HEADERS && connection.getBytesIn() == bytesBefore;
  }

  /** Returns whether its headers, or its reading, take longer than allowed. */
  boolean isOverdue(Progress seen, long now, Duration headers) {
    return switch (seen.stage) {
      case HEADERS -> {
        boolean first = headersSince == 0 || headersSince - seen.since < 0;
        headersSince = isIdle(seen) ? 0 : first ? now : headersSince;
        yield headersSince != 0 && now - headersSince > headers.toNanos();
      }
      case ANSWER -> seen.nanos(now) > allowedNanos;
      case BODY, OPERATION, ENDED -> false;
    };
  }

  /**
   * Gives the client up, unless it went on since it was seen or its operation runs: the answer of
   * an operation must reach its client. The caller closes a client that was given up.
   */
  boolean end(Progress seen) {
    return seen.stage != Stage.OPERATION
        && seen.stage != Stage.ENDED
        && standing.compareAndSet(seen, new Progress(Stage.ENDED));
  }

  /** The client's connection. */
  Connection connection() {
    return connection;
  }

  /** Ends the connection, which frees all memory held for it. */
  void close() {
    try {
      connection.getEndPoint().close(new ClientTooSlowException());
    } catch (RuntimeException e) { // It must not spare the others whose turn it is.
      LOG.warn("A connection was not closed cleanly", e);
    }
  }

  /** The reason for the end of a connection; made for each slow client, so without a stack. */
  private static final class ClientTooSlowException extends IOException {

    private static final long serialVersionUID = 1L;

    ClientTooSlowException() {
      super("The client read too slowly for the memory that was left");
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
