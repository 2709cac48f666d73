package org.carillon.platform.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * One kind of work in a domain table, with the instant at which each row is due. A claim moves that
 * instant on, which is both lease and back-off: after a crash, or without an answer, the row is due
 * again. So work is done at least once. The other system gets a reference, so that a repeated
 * request acts once.
 *
 * @param <W> what one piece of work needs to know
 */
public interface DueWork<W> {

  /** After that many attempts the lease grows no longer. */
  int LONGEST = 6;

  /** Returns the name of the work in logs and metrics. */
  String name();

  /** The rows that are swept. */
  DueRows<W> rows();

  /** Reaches out, then records the outcome in a transaction of its own if it still matters. */
  void run(W work);

  /** Returns the time until the next attempt, after that many attempts. */
  static Duration lease(int attempts) {
    return Duration.ofMinutes(1L << Math.min(attempts, LONGEST));
  }

  /** When a piece of work that is claimed now is due again if nothing else happens. */
  static Instant nextAttempt(Instant now, int attempts) {
    return now.plus(lease(attempts));
  }
}
