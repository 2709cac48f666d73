package org.carillon.platform.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.DatabaseBusyException;
import org.carillon.platform.db.DatabaseLostException;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.UnknownOutcomeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps refusals from filling the audit log. For one principal, operation and outcome, the first
 * few refusals of a minute leave a row each. One row counts the further ones of that minute, and is
 * written within a second. So refusals cost the writer next to nothing, however many there are.
 */
final class RefusalLog implements AutoCloseable {

  /** The refusals of a minute that leave a row of their own. */
  static final int FEW = 5;

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ROWS = 500;
  private static final int KINDS = 10_000;

  private final Supplier<Database> database;
  private final Ids ids;
  private final LongSupplier nanos;
  private final int kinds;
  private final AuditStore audit = new AuditStore();
  private final Map<Kind, Tally> tallies = new ConcurrentHashMap<>();
  private final ReentrantLock writing = new ReentrantLock();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("refusal-log").factory());

  /** Whether the last try failed, so that an outage is logged once and not every second. */
  private boolean failing;

  /** Refusals that are counted together. */
  record Kind(String organizationId, String principal, String operation, String outcome) {}

  /**
   * How many refusals one row counts.
   *
   * @param row the key of the row
   * @param times all refusals that the row counts
   * @param last the last of them
   */
  record Counted(Kind kind, long row, int times, RequestOrigin last) {}

  /**
   * The refusals of one kind in one minute.
   *
   * @param begun when the minute began, in nanoseconds
   * @param total all of the minute
   * @param counted those that have no row of their own; null when there are none
   * @param written how many of those the database counts
   */
  private record Tally(long begun, int total, @Nullable Counted counted, int written) {

    boolean isWritten() {
      return counted == null || counted.times() == written;
    }
  }

  RefusalLog(Database database, Ids ids) {
    this(() -> database, ids, System::nanoTime, PAUSE, KINDS);
  }

  /**
   * Counts from now on.
   *
   * @param pause between two times of writing
   * @param kinds how many kinds are counted at once
   */
  RefusalLog(Supplier<Database> database, Ids ids, LongSupplier nanos, Duration pause, int kinds) {
    this.database = database;
    this.ids = ids;
    this.nanos = nanos;
    this.kinds = kinds;
    // One thread writes and rests, however many refusals there are and however long a write takes.
    var _ =
        thread.scheduleWithFixedDelay(
            this::write, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Leaves a row of its own for the refusal, or counts it. The refusal stands where its row cannot
   * be written now: it is counted then, and its count is written later.
   */
  void record(AuditEntry refusal) {
    Kind kind =
        new Kind(
            refusal.principal().organizationId(),
            refusal.principal().name(),
            refusal.operation(),
            refusal.outcome());
    boolean counts = hasRoom(kind);
    if (counts && !hasOwnRow(kind, refusal.request())) {
      return;
    }
    long auditId = ids.next();
    try {
      database
          .get()
          .write(
              kind.organizationId(),
              transaction -> {
                audit.add(transaction, auditId, refusal, null);
                return null;
              });
    } catch (DatabaseBusyException | DatabaseLostException | UnknownOutcomeException unwritten) {
      if (counts) {
        // A row whose commit is unknown may be counted twice, which is better than not at all.
        tallies.compute(kind, (same, tally) -> counted(kind, begun(tally), refusal.request()));
      } else {
        LOG.warn("The audit log lacks a refusal of {}: {}", kind, unwritten.toString());
      }
    }
  }

  /** Without room to count it, a refusal leaves a row, so that nothing is lost. */
  private boolean hasRoom(Kind kind) {
    return tallies.size() < kinds || tallies.containsKey(kind);
  }

  private boolean hasOwnRow(Kind kind, RequestOrigin request) {
    return tallies.compute(kind, (same, before) -> and(kind, before, request)).total() <= FEW;
  }

  private Tally and(Kind kind, @Nullable Tally before, RequestOrigin request) {
    Tally minute = begun(before);
    Tally more = new Tally(minute.begun(), minute.total() + 1, minute.counted(), minute.written());
    return more.total() <= FEW ? more : counted(kind, more, request);
  }

  private Tally begun(@Nullable Tally before) {
    return before == null || isOver(before) ? new Tally(nanos.getAsLong(), 0, null, 0) : before;
  }

  private Tally counted(Kind kind, Tally tally, RequestOrigin request) {
    Counted before = tally.counted();
    Counted counted =
        before == null
            ? new Counted(kind, ids.next(), 1, request)
            : new Counted(kind, before.row(), before.times() + 1, request);
    return new Tally(tally.begun(), tally.total(), counted, tally.written());
  }

  /** A minute goes on until all of it is written, so that nothing is lost. */
  private boolean isOver(Tally tally) {
    return tally.isWritten() && nanos.getAsLong() - tally.begun() >= MINUTE.toNanos();
  }

  /** Writes the counts for the last time. */
  @Override
  public void close() {
    thread.shutdown();
    write();
  }

  /**
   * Writes the counts until now, once, and forgets the minutes that are over. Refusals that come
   * meanwhile, and counts that cannot be written now, are written the next time.
   */
  // An exception would end the writing for good.
  @SuppressWarnings("CatchingUnchecked")
  void write() {
    writing.lock();
    try {
      List<Counted> rows = unwritten();
      for (int from = 0; from < rows.size(); from += ROWS) {
        List<Counted> some = rows.subList(from, Math.min(from + ROWS, rows.size()));
        database
            .get()
            .write(transaction -> {
              some.forEach(row -> audit.count(transaction, row));
              return null;
            });
        some.forEach(this::written);
      }
      tallies.values().removeIf(this::isOver);
      failing = false;
    } catch (RuntimeException | Error failed) {
      if (!failing) {
        LOG.warn("Refusals are not in the audit log yet: {}", failed.toString());
      }
      failing = true;
    } finally {
      writing.unlock();
    }
  }

  private List<Counted> unwritten() {
    return tallies.values().stream()
        .filter(tally -> !tally.isWritten())
        .map(Tally::counted)
        .filter(Objects::nonNull)
        .toList();
  }

  private void written(Counted row) {
    tallies.computeIfPresent(
        row.kind(),
        (kind, tally) -> new Tally(tally.begun(), tally.total(), tally.counted(), row.times()));
  }
}
