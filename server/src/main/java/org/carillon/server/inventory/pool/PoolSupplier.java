package org.carillon.server.inventory.pool;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Database;

/**
 * The built-in supplier: sells numbers from the operator's pool; no outside supplier is involved.
 */
public final class PoolSupplier implements NumberSupplier {

  private static final Answer DONE = new Answer.Done();

  // The same words for an unknown, sold or resting number; they do not reveal another owner.
  private static final Answer REFUSED = new Answer.Refused("not available");

  private final Database database;
  private final InstantSource clock;
  private final PoolSettings settings;
  private final PoolStore store = new PoolStore();
  private final FreeNumberStore free = new FreeNumberStore();

  /** The pool in that database. */
  public PoolSupplier(Database database, InstantSource clock, PoolSettings settings) {
    this.database = database;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public Page search(String organizationId, NumberSearch search) {
    List<String> found =
        database.read(
            organizationId, transaction -> free.search(transaction, search, settings.quarantine()));
    return new Page(found, found.size() < search.limit() ? null : found.getLast());
  }

  @Override
  public Map<String, List<PhoneNumberType>> offers(String organizationId) {
    return database.read(organizationId, free::offers);
  }

  /** The number is set aside at the first asking, though the answer comes after the delay. */
  @Override
  public Answer order(Request request) {
    boolean taken =
        database.write(transaction ->
            store.take(transaction, request.e164(), request.reference(), settings.quarantine()));
    return after(settings.orderDelay(), request, taken ? DONE : REFUSED);
  }

  @Override
  public Answer release(Request request) {
    database.write(transaction -> {
      store.free(
          transaction,
          request.e164(),
          request.reference(),
          transaction.now().plus(settings.quarantine()));
      return null;
    });
    return DONE;
  }

  /** There is no directory to write to, so every name is accepted, after the delay. */
  @Override
  public Answer setCallingName(Request request, String callingName) {
    return after(settings.callingNameDelay(), request, DONE);
  }

  /** The delay is over, too, for who asked later than now: the clock was set back since. */
  private Answer after(Duration delay, Request request, Answer answer) {
    Duration left = Duration.between(clock.instant(), request.askedAt().plus(delay));
    boolean waiting = left.isPositive() && left.compareTo(delay.multipliedBy(2)) <= 0;
    return waiting ? new Answer.Pending(left) : answer;
  }
}
