package org.carillon.platform.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.identity.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps refusals from filling the audit log. For one principal, operation and outcome, the first
 * few refusals of a minute leave a row each. One row counts the further ones of that minute, and is
 * written within a second. So refusals cost the writer next to nothing, however many there are.
 */
final class RefusalLog implements AutoCloseable {

  /** How many refusals of a minute leave a row of their own. */
  static final int FEW = 5;

  /** How many kinds are counted at once. */
  static final int KINDS = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ROWS = 500;

  private final Supplier<Database> database;
  private final Ids ids;
  private final LongSupplier nanos;
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
   * Refusals that their row does not count yet.
   *
   * @param row the key of the row, which is made when it is missing
   * @param times their number
   * @param last the last of them
   */
  record Counted(Kind kind, long row, int times, RequestOrigin last) {}

  /**
   * The refusals of one kind in one minute.
   *
   * @param begun when the minute began, in nanoseconds
   * @param total all of the minute
   * @param counted those that no row counts yet; null when there are none
   */
  private record Tally(long begun, int total, @Nullable Counted counted, long row) {}

  RefusalLog(Database database, Ids ids) {
    this(() -> database, ids, System::nanoTime, PAUSE);
  }

  /**
   * Counts from now on.
   *
   * @param pause between two times of writing
   */
  RefusalLog(Supplier<Database> database, Ids ids, LongSupplier nanos, Duration pause) {
    this.database = database;
    this.ids = ids;
    this.nanos = nanos;
    // One thread writes and rests, however many refusals there are and however long a write takes.
    var _ =
        thread.scheduleWithFixedDelay(
            this::write, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Returns whether a refusal leaves a row of its own, which the caller writes; else it is counted.
   */
  boolean admits(Principal principal, String operation, String outcome, RequestOrigin request) {
    Kind kind = new Kind(principal.organizationId(), principal.name(), operation, outcome);
    if (tallies.size() >= KINDS && !tallies.containsKey(kind)) {
      // Without room to count it, the refusal leaves a row, so that nothing is lost.
      return true;
    }
    Tally tally = tallies.compute(kind, (same, before) -> and(same, before, request));
    return tally.total() <= FEW;
  }

  private Tally and(Kind kind, @Nullable Tally before, RequestOrigin request) {
    if (before == null || isOver(before)) {
      return new Tally(nanos.getAsLong(), 1, null, 0);
    }
    int total = before.total() + 1;
    if (total <= FEW) {
      return new Tally(before.begun(), total, null, 0);
    }
    long row = before.row() == 0 ? ids.next() : before.row();
    int times = before.counted() == null ? 1 : before.counted().times() + 1;
    return new Tally(before.begun(), total, new Counted(kind, row, times, request), row);
  }

  /** A minute goes on until all of it is written, so that nothing is lost. */
  private boolean isOver(Tally tally) {
    return tally.counted() == null && nanos.getAsLong() - tally.begun() >= MINUTE.toNanos();
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
    List<Counted> rows = new ArrayList<>();
    for (Tally each : tallies.values()) {
      if (each.counted() != null) {
        rows.add(each.counted());
      }
    }
    return rows;
  }

  private void written(Counted row) {
    tallies.computeIfPresent(
        row.kind(),
        (kind, tally) -> {
          Counted now = tally.counted();
          int left = now == null ? 0 : now.times() - row.times();
          return new Tally(
              tally.begun(),
              tally.total(),
              now == null || left == 0 ? null : new Counted(kind, row.row(), left, now.last()),
              tally.row());
        });
  }
}
