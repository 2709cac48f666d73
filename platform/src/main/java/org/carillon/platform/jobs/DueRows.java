package org.carillon.platform.jobs;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.Transaction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * The rows of one table, each with the instant at which it is due and the number of its attempts.
 * Stores keep them as constants.
 *
 * @param <W> one row
 */
public final class DueRows<W> {

  private final TableField<?, Instant> dueAt;
  private final TableField<?, Integer> attempts;
  private final Source<W> source;
  private final Query<Boolean> due;
  private final Query<Claimed<W>> locked;
  private final Command lease;
  private final Command putOff;
  private final WaitingRows later;
  private final WaitingRows implausible;
  private final WaitingRows firstLeaseOrImplausible;
  private final WaitingRows laterAndImplausible;

  private DueRows(
      TableField<?, Instant> dueAt,
      TableField<?, Integer> attempts,
      Source<W> source,
      Condition mayBeWoken) {
    Table<?> table = requireNonNull(dueAt.getTable());
    Condition isDue = dueAt.le(slot(dueAt));
    Condition isOne =
        requireNonNull(table.getPrimaryKey()).getFields().stream()
            .map(Parameter::given)
            .reduce(noCondition(), Condition::and);
    this.dueAt = dueAt;
    this.attempts = attempts;
    this.source = source;
    this.due =
        Query.of(sql -> sql.selectOne().from(table).where(isDue).limit(inline(1)), _ -> true);
    this.locked =
        Query.locking(
            JobLock.DUE_ROW,
            table,
            sql -> source.query().apply(sql).where(isDue).orderBy(dueAt).limit(limit()),
            row -> new Claimed<>(source.reader().apply(row), row.get(attempts)));
    this.lease =
        Command.of(sql ->
            sql.update(table).set(dueAt, slot(dueAt)).set(attempts, slot(attempts)).where(isOne));
    this.putOff =
        Command.of(
            sql -> sql.update(table).set(dueAt, slot(dueAt)).where(isOne).and(dueAt.isNotNull()));
    Condition isLater = dueAt.gt(slot(dueAt));
    Condition isImplausible = WaitingRows.implausible(dueAt, attempts);
    Condition isLeft = isImplausible.or(WaitingRows.firstLease(dueAt, attempts));
    this.later = WaitingRows.of(dueAt, isLater, mayBeWoken);
    this.implausible = WaitingRows.of(dueAt, isImplausible, mayBeWoken);
    this.firstLeaseOrImplausible = WaitingRows.of(dueAt, isLater.and(isLeft), mayBeWoken);
    this.laterAndImplausible = WaitingRows.of(dueAt, isLater.and(isImplausible), mayBeWoken);
  }

  /**
   * The query of all rows.
   *
   * @param query selects from the table, and may join others; the number of attempts is among its
   *     columns
   * @param reader makes one row
   * @param key gives the values of the table's primary key for one row
   */
  public record Source<W>(
      Function<DSLContext, ? extends SelectWhereStep<?>> query,
      Function<Row, W> reader,
      Function<W, Argument> key) {}

  /** A row and the number of its attempts before the claim. */
  private record Claimed<W>(W row, int tried) {}

  /** Rows that are due as soon as they are made. */
  public static <W> DueRows<W> atOnce(
      TableField<?, Instant> dueAt, TableField<?, Integer> attempts, Source<W> source) {
    return new DueRows<>(dueAt, attempts, source, noCondition());
  }

  /** Rows that are first due at the end of a term, which only the clock can end. */
  public static <W> DueRows<W> afterTerm(
      TableField<?, Instant> dueAt, TableField<?, Integer> attempts, Source<W> source) {
    return new DueRows<>(dueAt, attempts, source, attempts.gt(inline(0)));
  }

  /** Returns whether any is due. */
  public boolean isDue(Transaction transaction) {
    return due.exists(transaction, Argument.of(dueAt, transaction.now()));
  }

  /**
   * Claims rows that are due now, of all organizations, longest due first: counts the attempt and
   * makes each due again after its lease. Other nodes claim other rows, or wait.
   *
   * @param limit how many rows at most
   * @return the rows as they were before the claim
   */
  public List<W> claim(Transaction transaction, int limit) {
    Instant now = transaction.now();
    List<Claimed<W>> claimed =
        locked.list(transaction, Argument.of(dueAt, now), Argument.limit(limit));
    lease.runAll(
        transaction,
        claimed.stream()
            .map(each ->
                Argument.all(
                    source.key().apply(each.row()),
                    Argument.of(dueAt, DueWork.nextAttempt(now, each.tried())),
                    Argument.of(attempts, each.tried() + 1)))
            .toList());
    return claimed.stream().map(Claimed::row).toList();
  }

  /** Makes a claimed row due at another instant than after its lease, unless it is settled. */
  public void putOff(Transaction transaction, W claimed, Instant until) {
    putOff.run(transaction, source.key().apply(claimed), Argument.of(dueAt, until));
  }

  /**
   * Makes rows due that wait for an instant later than now, the next ones first.
   *
   * @param isOnlyNode whether no other server sweeps. Another server's clock may be right and its
   *     work under way; beside one, only rows that no right clock can have made become due
   * @return whether there may be more of them
   */
  public boolean wake(Transaction transaction, boolean isOnlyNode) {
    return (isOnlyNode ? later : implausible).wake(transaction);
  }

  /**
   * Makes rows due that no living server can have left so: rows that no right clock can have made
   * and, where no other server sweeps, rows within their first lease.
   *
   * @param isOnlyNode whether no other server sweeps
   * @return whether there may be more of them
   */
  public boolean resume(Transaction transaction, boolean isOnlyNode) {
    return (isOnlyNode ? firstLeaseOrImplausible : laterAndImplausible).wake(transaction);
  }
}
