package org.carillon.platform.jobs;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.noCondition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * The rows of one table, each with the instant at which it is due and the number of its attempts.
 */
public final class DueRows<R extends Record> {

  private static final int LIMIT = 1000;

  /** The largest difference between the clocks of two nodes. */
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

  /** Returns whether any is due. */
  public boolean isDue(Transaction transaction) {
    return transaction.sql().fetchExists(table(), dueAt.le(transaction.now()));
  }

  /**
   * Claims rows that are due now, of all organizations, longest due first: counts the attempt and
   * makes each due again after its lease. Other nodes claim other rows, or wait.
   *
   * @param rows selects from the table, and may join others; the key of the table and the number of
   *     attempts are among its columns
   * @param limit how many rows at most
   * @return the rows as they were before the claim
   */
  public <S extends Record> List<S> claim(
      Transaction transaction, SelectWhereStep<S> rows, int limit) {
    Instant now = transaction.now();
    List<S> claimed =
        transaction
            .lock(JobLock.DUE_ROW, rows.where(dueAt.le(now)).orderBy(dueAt).limit(limit), table())
            .fetch();
    for (S row : claimed) {
      int tried = row.get(attempts);
      transaction
          .sql()
          .update(table())
          .set(dueAt, DueWork.nextAttempt(now, tried))
          .set(attempts, tried + 1)
          .where(is(row))
          .execute();
    }
    return claimed;
  }

  /** Makes a claimed row due at another instant than after its lease, unless it is settled. */
  public void putOff(Transaction transaction, Condition row, Instant until) {
    transaction.sql().update(table()).set(dueAt, until).where(row).and(dueAt.isNotNull()).execute();
  }

  private Table<R> table() {
    return requireNonNull(dueAt.getTable());
  }

  private Condition is(Record row) {
    return requireNonNull(table().getPrimaryKey()).getFields().stream()
        .map(field -> equal(field, row))
        .reduce(noCondition(), Condition::and);
  }

  private static <T> Condition equal(Field<T> field, Record row) {
    return field.eq(row.get(field));
  }

  /**
   * Makes rows due that wait for an instant later than now, the next ones first.
   *
   * @param isOnlyNode whether no other server sweeps. Another server's clock may be right and its
   *     work under way; beside one, only rows that no right clock can have made become due
   * @return whether there may be more of them
   */
  public boolean wake(Transaction transaction, boolean isOnlyNode) {
    Instant now = transaction.now();
    return wake(transaction, isOnlyNode ? dueAt.gt(now) : implausible(now));
  }

  /**
   * Makes rows due that no living server can have left so: rows that no right clock can have made
   * and, where no other server sweeps, rows within their first lease.
   *
   * @param isOnlyNode whether no other server sweeps
   * @return whether there may be more of them
   */
  public boolean resume(Transaction transaction, boolean isOnlyNode) {
    Instant now = transaction.now();
    Condition firstLease = dueAt.le(now.plus(DueWork.lease(0))).and(attempts.eq(1));
    Condition left = isOnlyNode ? implausible(now).or(firstLease) : implausible(now);
    return wake(transaction, dueAt.gt(now).and(left));
  }

  /**
   * Returns whether a row waits for longer than any lease or back-off that begins now: a clock that
   * was ahead has made it. A row that waits still longer at its supplier's wish counts too, which
   * costs one more question.
   */
  private Condition implausible(Instant now) {
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
            .from(table())
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
        .update(table())
        .set(dueAt, transaction.now())
        .where(dueAt.between(waiting.getFirst(), waiting.getLast()))
        .and(which)
        .and(mayBeWoken)
        .execute();
    return waiting.size() == LIMIT;
  }
}
