package org.carillon.platform.jobs;

import static org.jooq.impl.DSL.noCondition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * The rows of one table, each with the instant at which it is due and the number of its attempts.
 */
public final class DueRows<R extends Record> {

  private static final int LIMIT = 1000;

  /** How far the clocks of two nodes may be apart. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final TableField<R, Instant> dueAt;
  private final TableField<R, Integer> attempts;
  private final Condition mayBeWoken;

  private DueRows(
      TableField<R, Instant> dueAt, TableField<R, Integer> attempts, Condition mayBeWoken) {
    this.dueAt = dueAt;
    this.attempts = attempts;
    this.mayBeWoken = mayBeWoken;
  }

  /** Rows that are due as soon as they are made. */
  public static <R extends Record> DueRows<R> atOnce(
      TableField<R, Instant> dueAt, TableField<R, Integer> attempts) {
    return new DueRows<>(dueAt, attempts, noCondition());
  }

  /** Rows that are first due at the end of a term, which only the clock can end. */
  public static <R extends Record> DueRows<R> afterTerm(
      TableField<R, Instant> dueAt, TableField<R, Integer> attempts) {
    return new DueRows<>(dueAt, attempts, attempts.gt(0));
  }

  /** Whether any is due. */
  public boolean isDue(Transaction transaction) {
    return transaction.sql().fetchExists(dueAt.getTable(), dueAt.le(transaction.now()));
  }

  /**
   * Makes rows due that wait for an instant later than now, the next ones first.
   *
   * @param alone whether no other server sweeps. Another server's clock may be right and its work
   *     under way; beside one, only rows that no right clock can have made become due
   * @return whether there may be more of them
   */
  public boolean wake(Transaction transaction, boolean alone) {
    Instant now = transaction.now();
    return wake(transaction, alone ? dueAt.gt(now) : impossible(now));
  }

  /**
   * Makes rows due that no living server can have left so: rows that no right clock can have made
   * and, where no other server sweeps, rows within their first lease.
   *
   * @param alone whether no other server sweeps
   * @return whether there may be more of them
   */
  public boolean resume(Transaction transaction, boolean alone) {
    Instant now = transaction.now();
    Condition firstLease = dueAt.le(now.plus(DueWork.lease(0))).and(attempts.eq(1));
    Condition left = alone ? impossible(now).or(firstLease) : impossible(now);
    return wake(transaction, dueAt.gt(now).and(left));
  }

  /**
   * Whether a row waits for longer than any lease or back-off that begins now: a clock that was
   * ahead has made it. A row that waits still longer at its supplier's wish counts too, which costs
   * one more question.
   */
  private Condition impossible(Instant now) {
    Condition impossible = attempts.eq(0).and(dueAt.gt(now));
    for (int tried = 1; tried < DueWork.LONGEST; tried++) {
      impossible = impossible.or(attempts.eq(tried).and(dueAt.gt(latest(now, tried))));
    }
    return impossible.or(attempts.ge(DueWork.LONGEST).and(dueAt.gt(latest(now, DueWork.LONGEST))));
  }

  /** A refusal is tried again after the next attempt's lease, the longest that it can be. */
  private static Instant latest(Instant now, int attempts) {
    return DueWork.nextAttempt(now, attempts).plus(SKEW);
  }

  private boolean wake(Transaction transaction, Condition which) {
    List<Instant> waiting =
        transaction
            .sql()
            .select(dueAt)
            .from(dueAt.getTable())
            .where(which)
            .and(mayBeWoken)
            .orderBy(dueAt)
            .limit(LIMIT)
            .fetch(dueAt);
    if (waiting.isEmpty()) {
      return false;
    }
    transaction
        .sql()
        .update(dueAt.getTable())
        .set(dueAt, transaction.now())
        .where(dueAt.between(waiting.getFirst(), waiting.getLast()))
        .and(which)
        .and(mayBeWoken)
        .execute();
    return waiting.size() == LIMIT;
  }
}
