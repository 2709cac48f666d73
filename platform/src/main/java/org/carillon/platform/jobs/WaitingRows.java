package org.carillon.platform.jobs;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;
import static org.jooq.impl.DSL.inline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.TableField;

/** Due rows that wait for an instant later than now though they should not. */
record WaitingRows(TableField<?, Instant> dueAt, Query<Instant> waiting, Command wake) {

  private static final int LIMIT = 1000;

  /** The largest difference between the clocks of two nodes. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final Parameter<Instant> FIRST = Parameter.of(AUDIT_ENTRY.HAPPENED_AT);
  private static final Parameter<Instant> LAST = Parameter.of(AUDIT_ENTRY.HAPPENED_AT);
  private static final Parameter<Instant> LEASED = Parameter.of(AUDIT_ENTRY.HAPPENED_AT);

  /** The latest instants for which rows of so many attempts, beginning with one, may wait. */
  private static final List<Parameter<Instant>> LATEST =
      Stream.generate(() -> Parameter.of(AUDIT_ENTRY.HAPPENED_AT)).limit(DueWork.LONGEST).toList();

  /** Returns the rows that meet both conditions. */
  static WaitingRows of(TableField<?, Instant> dueAt, Condition which, Condition mayBeWoken) {
    Table<?> table = requireNonNull(dueAt.getTable());
    return new WaitingRows(
        dueAt,
        Query.of(
            sql ->
                sql.select(dueAt)
                    .from(table)
                    .where(which)
                    .and(mayBeWoken)
                    .orderBy(dueAt)
                    .limit(inline(LIMIT)),
            row -> row.get(dueAt)),
        Command.of(sql ->
            sql.update(table)
                .set(dueAt, slot(dueAt))
                .where(dueAt.between(FIRST.slot(), LAST.slot()))
                .and(which)
                .and(mayBeWoken)));
  }

  /** Returns the condition that rows are within their first lease. */
  static Condition firstLease(TableField<?, Instant> dueAt, TableField<?, Integer> attempts) {
    return dueAt.le(LEASED.slot()).and(attempts.eq(inline(1)));
  }

  /**
   * Returns the condition that a row waits for longer than any lease or back-off that begins now: a
   * clock that was ahead has made it. A row that waits still longer at its supplier's wish counts
   * too, which costs one more question.
   */
  static Condition implausible(TableField<?, Instant> dueAt, TableField<?, Integer> attempts) {
    Condition impossible = attempts.eq(inline(0)).and(dueAt.gt(slot(dueAt)));
    for (int tried = 1; tried < DueWork.LONGEST; tried++) {
      impossible =
          impossible.or(attempts.eq(inline(tried)).and(dueAt.gt(LATEST.get(tried - 1).slot())));
    }
    return impossible.or(
        attempts.ge(inline(DueWork.LONGEST)).and(dueAt.gt(LATEST.getLast().slot())));
  }

  /** Makes the next ones due now, and returns whether there may be more of them. */
  boolean wake(Transaction transaction) {
    Argument now = arguments(transaction.now());
    List<Instant> next = waiting.list(transaction, now);
    if (next.isEmpty()) {
      return false;
    }
    wake.run(transaction, now, FIRST.is(next.getFirst()), LAST.is(next.getLast()));
    return next.size() == LIMIT;
  }

  private Argument arguments(Instant now) {
    return Argument.all(
        Stream.concat(
                Stream.of(Argument.of(dueAt, now), LEASED.is(now.plus(DueWork.lease(0)))),
                IntStream.rangeClosed(1, DueWork.LONGEST)
                    .mapToObj(tried -> LATEST.get(tried - 1).is(latest(now, tried))))
            .toArray(Argument[]::new));
  }

  /** A refusal is tried again after the next attempt's lease, the longest that it can be. */
  private static Instant latest(Instant now, int attempts) {
    return DueWork.nextAttempt(now, attempts).plus(SKEW);
  }
}
