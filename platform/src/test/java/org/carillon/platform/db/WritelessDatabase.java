package org.carillon.platform.db;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A database that can be read but fails every write, as a full queue or a lost network would. */
public record WritelessDatabase(Database real, RuntimeException failure, boolean commits)
    implements Database {

  /** Too much is waiting. */
  public static WritelessDatabase busy(Database real) {
    return new WritelessDatabase(real, new DatabaseBusyException("full"), false);
  }

  /** Its server is away. */
  public static WritelessDatabase away(Database real) {
    return new WritelessDatabase(real, new DatabaseLostException("away", null), false);
  }

  /** Nobody knows what became of the commit. */
  public static WritelessDatabase lost(Database real) {
    return new WritelessDatabase(
        real, new UnknownOutcomeException(new IllegalStateException("lost")), false);
  }

  /** It commits, and its answer is lost. */
  public static WritelessDatabase lostAfterCommit(Database real) {
    return new WritelessDatabase(
        real, new UnknownOutcomeException(new IllegalStateException("lost")), true);
  }

  @Override
  public Engine engine() {
    return real.engine();
  }

  @Override
  public <T extends @Nullable Object> T read(String organization, Function<Transaction, T> work) {
    return real.read(organization, work);
  }

  @Override
  public <T extends @Nullable Object> T snapshot(
      String organization, Function<Transaction, T> work) {
    return real.snapshot(organization, work);
  }

  @Override
  public <T extends @Nullable Object> T outside(Function<Transaction, T> work) {
    return real.outside(work);
  }

  @Override
  public <T extends @Nullable Object> T write(String organization, Function<Transaction, T> work) {
    if (commits) {
      real.write(organization, work);
    }
    throw failure;
  }

  @Override
  public void close() {}
}
