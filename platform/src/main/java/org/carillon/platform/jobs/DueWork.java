package org.carillon.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.platform.db.Transaction;

/**
 * One kind of work that stands in a domain table with the instant at which it is due. It is claimed
 * by moving that instant on, which is the lease and the back-off in one: whoever crashes, or gets
 * no answer, leaves it to be due again. So it is done at least once, and whatever it reaches out to
 * is asked under a reference by which asking twice acts once.
 *
 * @param <W> what one piece of work needs to know
 */
public interface DueWork<W> {

  /** After that many attempts the lease grows no longer. */
  int LONGEST = 6;

  /** What the work is called in logs and metrics. */
  String name();

  /** The rows that are swept. */
  DueRows<?> rows();

  /**
   * Claims what is due at the transaction's now: counts the attempt and makes it due again after
   * {@link #lease}.
   *
   * @param limit how many pieces at most
   */
  List<W> claim(Transaction transaction, int limit);

  /** Reaches out, then records the outcome in a transaction of its own if it still matters. */
  void run(W work);

  /** How long a piece of work that was tried that often before is left alone. */
  static Duration lease(int attempts) {
    return Duration.ofMinutes(1L << Math.min(attempts, LONGEST));
  }

  /** When a piece of work that is claimed now is due again if nothing else happens. */
  static Instant nextAttempt(Instant now, int attempts) {
    return now.plus(lease(attempts));
  }
}
