package org.carillon.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** The embedded engine: many readers of write-ahead snapshots, one writer with group commit. */
public final class SqliteDatabase implements Database {

  /** Two a processor keep it busy; four leave a place where three read for long (decision 22). */
  private static final int READERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

  /** The purpose of a connection. */
  private enum Use {
    MIGRATE,
    READ,
    WRITE
  }

  private final InstantSource clock;
  private final SqliteReaders readers;
  private final SqliteWriter writer;

  private SqliteDatabase(Path file, InstantSource clock, int queueLimit) throws SQLException {
    this.clock = clock;
    Migrations.migrate(source(file, Use.MIGRATE), Engine.SQLITE);
    Connection writing = new StatementCache(source(file, Use.WRITE).getConnection());
    FileIdentity files = new FileIdentity(file);
    // Its thread begins last, since nobody would end it if the readers could not be opened.
    this.readers = new SqliteReaders(source(file, Use.READ), files, clock, READERS, queueLimit);
    this.writer = new SqliteWriter(writing, files, clock, queueLimit);
  }

  /**
   * Opens the file, made where it is missing, and brings its schema up to date.
   *
   * @param queueLimit how many writes, and how many reads, may wait before further ones are refused
   * @throws SQLException when the file cannot be opened or is not ours
   */
  public static SqliteDatabase open(Path file, InstantSource clock, int queueLimit)
      throws SQLException {
    return new SqliteDatabase(file, clock, queueLimit);
  }

  /** Returns whether the file's schema is older than this program's; changes nothing. */
  public static boolean isOutdated(Path file) {
    return Migrations.pending(source(file, Use.MIGRATE), Engine.SQLITE);
  }

  private static SQLiteDataSource source(Path file, Use use) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    // The command line writes to the same file, for milliseconds each time.
    config.setBusyTimeout(10_000);
    config.setCacheSize(-64_000);
    config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
    if (use == Use.READ) {
      config.setPragma(SQLiteConfig.Pragma.TEMP_STORE, "MEMORY");
    }
    if (use != Use.MIGRATE) {
      // Who comes upon a file that was deleted must not begin an empty one in its place.
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public Engine engine() {
    return Engine.SQLITE;
  }

  @Override
  public <T extends @Nullable Object> T read(String organization, Function<Transaction, T> work) {
    return readers.run(organization, false, work);
  }

  @Override
  public <T extends @Nullable Object> T snapshot(
      String organization, Function<Transaction, T> work) {
    return readers.run(organization, true, work);
  }

  @Override
  public <T extends @Nullable Object> T outside(Function<Transaction, T> work) {
    return work.apply(Transaction.outside(engine(), clock));
  }

  @Override
  public <T extends @Nullable Object> T write(String organization, Function<Transaction, T> work) {
    return writer.run(organization, work);
  }

  /** Returns how many writes wait for their turn. */
  int waitingWrites() {
    return writer.waiting();
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
  }

  static Transaction transaction(Connection connection, InstantSource clock, Instant floor) {
    return new Transaction(new DefaultConnectionProvider(connection), Engine.SQLITE, clock, floor);
  }
}
