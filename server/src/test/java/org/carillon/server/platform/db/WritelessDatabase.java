package org.carillon.server.platform.db;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that can be read but fails every write, as a full queue or a lost network would. */
public record WritelessDatabase(Database real, RuntimeException failure) implements Database {

  /** Too much is waiting. */
  public static WritelessDatabase busy(Database real) {
    return new WritelessDatabase(real, new DatabaseBusyException("full"));
  }

  /** Its server is away. */
  public static WritelessDatabase away(Database real) {
    return new WritelessDatabase(real, new DatabaseLostException("away", null));
  }

  /** Nobody knows what became of the commit. */
  public static WritelessDatabase lost(Database real) {
    return new WritelessDatabase(
        real, new UnknownOutcomeException(new IllegalStateException("lost")));
  }

  @Override
  public Engine engine() {
    return real.engine();
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    return real.read(work);
  }

  @Override
  public <T extends @Nullable Object> T snapshot(Function<Transaction, T> work) {
    return real.snapshot(work);
  }

  @Override
  public <T extends @Nullable Object> T write(
      Function<Transaction, T> work, BiConsumer<Transaction, RuntimeException> afterRefusal) {
    throw failure;
  }

  @Override
  public DataSource schedulerConnections() {
    return real.schedulerConnections();
  }

  @Override
  public void close() {}
}
