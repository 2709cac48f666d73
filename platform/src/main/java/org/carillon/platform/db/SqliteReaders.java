package org.carillon.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/**
 * The threads that read a SQLite file, each on a connection of its own. SQLite is native code,
 * which would hold the carrier of the virtual thread that calls it. Here the virtual thread parks
 * until its work is done. So no number of reads keeps the web server from its work.
 */
final class SqliteReaders implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteReaders.class);

  private final SQLiteDataSource source;
  private final FileIdentity files;
  private final InstantSource clock;
  private final FairQueue<Job<?>> queue;
  private final List<Reader> readers;

  /**
   * Begins to read.
   *
   * @param threads how many reads run side by side; one organization has at most all but one
   * @param queueLimit how many reads may wait before further ones are refused
   */
  SqliteReaders(
      SQLiteDataSource source,
      FileIdentity files,
      InstantSource clock,
      int threads,
      int queueLimit) {
    this.source = source;
    this.files = files;
    this.clock = clock;
    this.queue = new FairQueue<>(queueLimit, Math.max(1, threads - 1));
    this.readers = IntStream.range(0, threads).mapToObj(Reader::new).toList();
    readers.forEach(Thread::start);
  }

  <T extends @Nullable Object> T run(
      String organization, boolean snapshot, Function<Transaction, T> work) {
    if (Thread.currentThread() instanceof Reader reader && reader.reads(this)) {
      // A read within a read needs no second thread: enough of them, each waiting for one, would
      // wait for ever. It sees the same data as the outer read.
      return reader.within(work);
    }
    Job<T> job = new Job<>(snapshot, work, new Handover<>());
    queue.put(organization, job);
    return job.answer.await(
        interrupted -> new DatabaseBusyException("the wait for a read was interrupted"));
  }

  @Override
  public void close() {
    queue.close();
    try {
      for (Reader each : readers) {
        each.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Connection opened() {
    try {
      // A file that took the place of ours would be another database.
      files.verify();
      return new StatementCache(source.getConnection());
    } catch (SQLException unopened) {
      throw Failures.told("the database cannot be opened", unopened);
    }
  }

  /** One read that waits, and its answer. */
  private record Job<T extends @Nullable Object>(
      boolean snapshot, Function<Transaction, T> work, Handover<T> answer) {}

  /** One thread and its connection, which is open from the start: the file may be gone later. */
  private final class Reader extends Thread {

    private @Nullable Connection connection;

    Reader(int number) {
      super("sqlite-reader-" + number);
      connection = opened();
    }

    boolean reads(SqliteReaders whose) {
      return whose == SqliteReaders.this;
    }

    @Override
    public void run() {
      try {
        FairQueue.Taken<Job<?>> taken;
        while ((taken = queue.take()) != null) {
          answer(taken.work());
          queue.done(taken);
        }
      } catch (InterruptedException interrupted) {
        // Only the end of the process interrupts this thread.
        Thread.currentThread().interrupt();
      } finally {
        disconnect();
      }
    }

    // If this thread ended, reads would wait for ever.
    private <T extends @Nullable Object> void answer(Job<T> job) {
      try {
        T result = job.snapshot ? snapshot(job.work) : within(job.work);
        job.answer.answer(result);
      } catch (SQLException broken) {
        disconnect();
        job.answer.fail(Failures.told("the read failed", broken));
      } catch (DataAccessException broken) {
        disconnect();
        job.answer.fail(Failures.told(broken));
      } catch (RuntimeException | Error refusal) {
        job.answer.fail(refusal);
      }
    }

    private <T extends @Nullable Object> T snapshot(Function<Transaction, T> work)
        throws SQLException {
      try (Statement statement = connection().createStatement()) {
        // The snapshot is taken by the first statement that reads.
        statement.execute("BEGIN");
        try {
          return within(work);
        } finally {
          statement.execute("ROLLBACK");
        }
      }
    }

    <T extends @Nullable Object> T within(Function<Transaction, T> work) {
      return work.apply(SqliteDatabase.transaction(connection(), clock, Instant.EPOCH));
    }

    private Connection connection() {
      Connection open = connection;
      if (open == null) {
        open = opened();
        connection = open;
      }
      return open;
    }

    /**
     * Closes the connection after a failure. The next read opens a new one: the fault may be gone.
     */
    private void disconnect() {
      Connection open = connection;
      connection = null;
      if (open != null) {
        try {
          open.close();
        } catch (SQLException gone) {
          LOG.warn("The connection of a reader cannot be closed", gone);
        }
      }
    }
  }
}
