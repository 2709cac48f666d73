package org.carillon.platform.jobs;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the due work of one kind, a bounded number of pieces at a time. */
public final class Sweep<W> {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int LIMIT = 100;
  private static final int AT_ONCE = 16;

  private final Database database;
  private final DueWork<W> work;

  /** Sweeps that database. */
  public Sweep(Database database, DueWork<W> work) {
    this.database = database;
    this.work = work;
  }

  /** Returns the name of the work. */
  public String name() {
    return work.name();
  }

  /** Does all that is due now; a failing piece is logged and left until it is due again. */
  public void run() {
    run(() -> {});
  }

  /**
   * {@link #run()} that tells of its progress.
   *
   * @param progress runs after each piece, and once more at the end
   */
  void run(Runnable progress) {
    while (once(progress) == LIMIT) {
      LOG.debug("{}: more is due", name());
    }
    progress.run();
  }

  /** Makes due what the clock, set back since, would hold up; see {@link DueRows#wake}. */
  void wake() {
    while (database.write(transaction -> work.rows().wake(transaction, isOnlyNode()))) {
      LOG.debug("{}: more is waiting", name());
    }
  }

  /** Makes due what was left by a process that must be dead, or by a clock that was ahead. */
  void resume() {
    while (database.write(transaction -> work.rows().resume(transaction, isOnlyNode()))) {
      LOG.debug("{}: more was left", name());
    }
  }

  /** Of a SQLite file's servers only the one that holds the lock of its folder sweeps. */
  private boolean isOnlyNode() {
    return database.engine() == Engine.SQLITE;
  }

  /**
   * Claims pieces and does them side by side, since their writes then share a commit.
   *
   * @return how many were claimed
   */
  private int once(Runnable progress) {
    // Most runs find nothing, and a transaction that writes would cost a sync of the disk.
    if (!database.read(work.rows()::isDue)) {
      return 0;
    }
    List<W> claimed = database.write(transaction -> work.rows().claim(transaction, LIMIT));
    Semaphore places = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (W piece : claimed) {
        places.acquireUninterruptibly();
        threads.execute(() -> {
          try {
            run(piece);
          } finally {
            progress.run();
            places.release();
          }
        });
      }
    }
    return claimed.size();
  }

  // An exception of a supplier or a receiver must not stop the other pieces.
  @SuppressWarnings("CatchingUnchecked")
  private void run(W piece) {
    try {
      work.run(piece);
    } catch (RuntimeException failed) {
      // An exception's message may quote a secret, so only its class is logged.
      LOG.warn("{}: {}; it is tried again later", name(), failed.getClass().getName());
    }
  }
}
