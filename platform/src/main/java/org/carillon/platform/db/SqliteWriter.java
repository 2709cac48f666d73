package org.carillon.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * The one thread that writes to a SQLite file. Writes that wait run one after the other in one
 * transaction, each behind a savepoint, and are answered after its commit: one sync of the disk for
 * many of them. Organizations take turns. When the commit or a roll-back to a savepoint fails, all
 * of them fail.
 */
final class SqliteWriter implements AutoCloseable {

  private static final int GROUP_LIMIT = 128;
  private static final int TRIES = 5;

  /** A group that has worked this long takes nobody else in, so that nobody waits for 128. */
  private static final Duration GROUP_TIME = Duration.ofMillis(50);

  private final Connection connection;
  private final FileIdentity files;
  private final InstantSource clock;
  private final FairQueue<Job<?>> queue;
  private final Thread thread;

  SqliteWriter(Connection connection, FileIdentity files, InstantSource clock, int queueLimit) {
    this.connection = connection;
    this.files = files;
    this.clock = clock;
    this.queue = new FairQueue<>(queueLimit, Integer.MAX_VALUE);
    this.thread = Thread.ofPlatform().name("sqlite-writer").start(this::loop);
  }

  <T extends @Nullable Object> T run(String organization, Function<Transaction, T> work) {
    Job<T> job = new Job<>(work);
    queue.put(organization, job);
    return job.answer.await(UnknownOutcomeException::new);
  }

  /** Returns how many writes wait for their turn. */
  int waiting() {
    return queue.waiting();
  }

  private void loop() {
    try {
      FairQueue.Taken<Job<?>> first;
      while ((first = queue.take()) != null) {
        queue.done(first);
        commit(first.work());
      }
    } catch (InterruptedException interrupted) {
      // Nobody interrupts this thread but the end of the process.
      Thread.currentThread().interrupt();
    }
  }

  private void commit(Job<?> first) {
    List<Job<?>> group = new ArrayList<>(GROUP_LIMIT);
    group.add(first);
    try (Statement statement = connection.createStatement()) {
      begin(statement, group);
      try {
        run(group, statement);
        files.verify();
        commit(statement);
      } catch (SQLException | RuntimeException | Error broken) {
        rollBack(statement, broken);
        throw broken;
      }
      group.forEach(Job::answer);
    } catch (SQLException broken) {
      fail(group, Failures.told("the write was rolled back", broken));
    } catch (RuntimeException | Error broken) {
      // Were this thread to end, every later write would wait for ever.
      fail(group, broken);
    }
  }

  private void commit(Statement statement) throws SQLException {
    try {
      statement.execute("COMMIT");
      // Again, since what went into a file that was replaced meanwhile is found nowhere.
      files.verify();
    } catch (DatabaseLostException moved) {
      throw new UnknownOutcomeException(moved);
    } catch (SQLiteException failed) {
      if (Failures.leavesCommitOpen(failed)) {
        throw new UnknownOutcomeException(failed);
      }
      throw failed;
    }
  }

  /** Runs the first job of the group, then waiting ones until the group is full or old. */
  private void run(List<Job<?>> group, Statement statement) throws SQLException {
    long begun = System.nanoTime();
    run(group.getFirst(), statement);
    while (group.size() < GROUP_LIMIT && System.nanoTime() - begun < GROUP_TIME.toNanos()) {
      Job<?> next = next();
      if (next == null) {
        return;
      }
      group.add(next);
      run(next, statement);
    }
  }

  private @Nullable Job<?> next() {
    FairQueue.Taken<Job<?>> next = queue.poll();
    if (next == null) {
      return null;
    }
    queue.done(next);
    return next.work();
  }

  /** When another process has the file for too long, all that wait have waited long enough. */
  private void begin(Statement statement, List<Job<?>> group) throws SQLException {
    try {
      statement.execute("BEGIN IMMEDIATE");
    } catch (SQLException failed) {
      for (Job<?> next = next(); next != null; next = next()) {
        group.add(next);
      }
      throw failed;
    }
  }

  private static void rollBack(Statement statement, Throwable broken) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      broken.addSuppressed(alreadyRolledBack);
    }
  }

  private static void fail(List<Job<?>> group, Throwable broken) {
    group.forEach(job -> job.answer.fail(broken));
  }

  private void run(Job<?> job, Statement statement) throws SQLException {
    statement.execute("SAVEPOINT job");
    Instant floor = Instant.EPOCH;
    for (int tries = 1; ; tries++) {
      Transaction transaction = SqliteDatabase.transaction(connection, clock, floor);
      try {
        job.run(transaction);
        transaction.refuseStale();
        break;
      } catch (RuntimeException failed) {
        RuntimeException refusal = Failures.told(failed);
        if (refusal instanceof DatabaseLostException) {
          // Full disks and the like end the whole transaction, savepoints included.
          throw refusal;
        }
        statement.execute("ROLLBACK TO job");
        Instant later = transaction.stale();
        if (later == null) {
          job.refusal = refusal;
          break;
        }
        if (tries == TRIES) {
          job.refusal =
              new DatabaseBusyException("the rows changed at every attempt; try again", refusal);
          break;
        }
        floor = later;
      } catch (Error broken) {
        statement.execute("ROLLBACK TO job");
        job.refusal = broken;
        break;
      }
    }
    statement.execute("RELEASE job");
  }

  @Override
  public void close() {
    queue.close();
    try {
      thread.join();
      connection.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (SQLException broken) {
      throw new DataAccessException("the connection of the writer cannot be closed", broken);
    }
  }

  /** One write that waits, and its answer. */
  private static final class Job<T extends @Nullable Object> {

    private final Function<Transaction, T> work;
    private final Handover<T> answer = new Handover<>();
    private @Nullable Runnable success;
    private @Nullable Throwable refusal;

    Job(Function<Transaction, T> work) {
      this.work = work;
    }

    void run(Transaction transaction) {
      T result = work.apply(transaction);
      success = () -> answer.answer(result);
    }

    void answer() {
      if (refusal != null) {
        answer.fail(refusal);
      } else if (success != null) {
        success.run();
      }
    }
  }
}
