package org.carillon.server.platform.jobs;

import static org.jooq.impl.DSL.noCondition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.server.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * The rows of one table that are due at an instant which they hold, and how often each was tried.
 */
public final class DueRows<R extends Record> {

  private static final int LIMIT = 1000;

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

  /** Rows that are first due at the end of a term, which nothing but the clock can end. */
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
   * @return whether there may be more of them
   */
  public boolean wake(Transaction transaction) {
    return wake(transaction, dueAt.gt(transaction.now()));
  }

  /**
   * Makes rows due that were claimed for the first time and are still within that lease.
   *
   * @return whether there may be more of them
   */
  public boolean resume(Transaction transaction) {
    Instant now = transaction.now();
    Duration lease = DueWork.lease(0);
    return wake(transaction, dueAt.gt(now).and(dueAt.le(now.plus(lease))).and(attempts.eq(1)));
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
