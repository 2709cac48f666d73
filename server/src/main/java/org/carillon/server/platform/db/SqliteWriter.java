package org.carillon.server.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * The one thread that writes to a SQLite file. Writes that wait run one after the other in one
 * transaction, each behind a savepoint, and are answered after its commit: one sync of the disk for
 * many of them. When the commit or a roll-back to a savepoint fails, all of them fail.
 */
final class SqliteWriter implements AutoCloseable {

  private static final int GROUP_LIMIT = 128;
  private static final int TRIES = 5;

  private final Connection connection;
  private final FileIdentity files;
  private final InstantSource clock;
  private final BlockingQueue<Job<?>> queue;
  private final Thread thread;
  private volatile boolean closing;
  private Instant last = Instant.EPOCH;

  SqliteWriter(Connection connection, FileIdentity files, InstantSource clock, int queueLimit) {
    this.connection = connection;
    this.files = files;
    this.clock = clock;
    this.queue = new ArrayBlockingQueue<>(queueLimit);
    this.thread = Thread.ofPlatform().name("sqlite-writer").start(this::loop);
  }

  <T extends @Nullable Object> T run(
      Function<Transaction, T> work, BiConsumer<Transaction, RuntimeException> afterRefusal) {
    Job<T> job = new Job<>(work, afterRefusal);
    if (closing || !queue.offer(job)) {
      throw new DatabaseBusyException("too many writes are waiting; try again");
    }
    if (closing && queue.remove(job)) {
      throw new DatabaseBusyException("the server is closing");
    }
    try {
      return job.answer.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnknownOutcomeException(interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private void loop() {
    List<Job<?>> group = new ArrayList<>(GROUP_LIMIT);
    while (!closing || !queue.isEmpty()) {
      try {
        Job<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          queue.drainTo(group, GROUP_LIMIT - 1);
          commit(group);
          group.clear();
        }
      } catch (InterruptedException interrupted) {
        // Nobody interrupts this thread but a test that wants it gone.
        closing = true;
      }
    }
  }

  private void commit(List<Job<?>> group) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        for (Job<?> job : group) {
          run(job, statement);
        }
        files.verify();
        commit(statement);
      } catch (SQLException | RuntimeException | Error broken) {
        rollBack(statement, broken);
        throw broken;
      }
      group.forEach(Job::answer);
    } catch (SQLException broken) {
      fail(group, Failures.told("the write was undone", broken));
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

  private static void rollBack(Statement statement, Throwable broken) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      broken.addSuppressed(alreadyRolledBack);
    }
  }

  private static void fail(List<Job<?>> group, Throwable broken) {
    group.forEach(job -> job.answer.completeExceptionally(broken));
  }

  private void run(Job<?> job, Statement statement) throws SQLException {
    statement.execute("SAVEPOINT job");
    for (int tries = 1; ; tries++) {
      Transaction transaction = SqliteDatabase.transaction(connection, clock, last);
      try {
        job.run(transaction);
        last = transaction.fixedNow().orElse(last);
        break;
      } catch (StaleTimeException stale) {
        statement.execute("ROLLBACK TO job");
        last = stale.changed().isAfter(last) ? stale.changed() : last;
        if (tries == TRIES) {
          job.refusal = new DatabaseBusyException("rows changed again and again", stale);
          break;
        }
      } catch (RuntimeException failed) {
        RuntimeException refusal = Failures.told(failed);
        if (refusal instanceof DatabaseLostException) {
          // Full disks and the like end the whole transaction, savepoints included.
          throw refusal;
        }
        statement.execute("ROLLBACK TO job");
        job.refusal = refusal;
        follow(job, refusal, statement);
        break;
      }
    }
    statement.execute("RELEASE job");
  }

  /** What follows one refusal must not undo the work of others either. */
  private void follow(Job<?> job, RuntimeException refusal, Statement statement)
      throws SQLException {
    try {
      job.afterRefusal.accept(SqliteDatabase.transaction(connection, clock, last), refusal);
    } catch (RuntimeException broken) {
      statement.execute("ROLLBACK TO job");
      refusal.addSuppressed(broken);
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
      connection.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (SQLException broken) {
      throw new DataAccessException("the writer's connection does not close", broken);
    }
  }

  /** One write that waits, and its answer. */
  private static final class Job<T extends @Nullable Object> {

    private final Function<Transaction, T> work;
    private final BiConsumer<Transaction, RuntimeException> afterRefusal;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable Runnable success;
    private @Nullable RuntimeException refusal;

    Job(Function<Transaction, T> work, BiConsumer<Transaction, RuntimeException> afterRefusal) {
      this.work = work;
      this.afterRefusal = afterRefusal;
    }

    void run(Transaction transaction) {
      T result = work.apply(transaction);
      success = () -> answer.complete(result);
    }

    void answer() {
      if (refusal != null) {
        answer.completeExceptionally(refusal);
      } else if (success != null) {
        success.run();
      }
    }
  }
}
