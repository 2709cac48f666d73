package org.carillon.platform.db;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Cuts work on many rows into short transactions, by the time that each takes, and rests between
 * them. SQLite has one writer at a time over all processes, and a process waits for its turn in
 * steps of up to 25 milliseconds.
 */
public final class Pieces {

  /** The time for which one transaction should hold the lock; a fifth of the limit. */
  static final Duration AIM = Duration.ofMillis(50);

  private static final Duration REST = Duration.ofMillis(30);
  private static final int FIRST = 50;
  private static final int MAX_ROWS = 2_000;
  private static final int TRIES = 6;

  private final Duration rest;
  private int size = FIRST;
  private long nanos;

  /** Work beside other writers, which get their turn between two pieces. */
  public Pieces() {
    this(REST);
  }

  /** Work that rests so long between two pieces, or not at all. */
  public Pieces(Duration rest) {
    this.rest = rest;
  }

  /** Measures the work of one transaction, without its wait for the lock. */
  public <R> R timed(Supplier<R> work) {
    long begun = System.nanoTime();
    R result = work.get();
    nanos = System.nanoTime() - begun;
    return result;
  }

  /**
   * Processes all rows, in their order.
   *
   * @param work processes some of the rows in one transaction, within {@link #timed}; it runs again
   *     when the database was busy
   */
  public <T> void each(List<T> rows, Consumer<List<T>> work) {
    for (int from = 0; from < rows.size(); ) {
      List<T> piece = rows.subList(from, Math.min(from + size, rows.size()));
      patiently(() -> work.accept(piece));
      from += piece.size();
      double fits = (double) piece.size() * AIM.toNanos() / Math.max(nanos, 1);
      size = (int) Math.clamp(fits, 1, Math.min(MAX_ROWS, 2.0 * size));
      if (from < rows.size() && !rest.isZero()) {
        rest(Math.max(rest.toNanos(), nanos));
      }
    }
  }

  private static void patiently(Runnable work) {
    for (int tries = 1; ; tries++) {
      try {
        work.run();
        return;
      } catch (DatabaseBusyException busy) {
        if (tries == TRIES) {
          throw busy;
        }
        rest(REST.toNanos());
      }
    }
  }

  private static void rest(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
