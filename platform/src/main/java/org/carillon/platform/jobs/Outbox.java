package org.carillon.platform.jobs;

import java.util.List;
import java.util.Map;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;

/** Keeps what a transaction wants sent, to be sent at least once if and only if it is committed. */
public final class Outbox {

  private static final int MOST_ATTEMPTS = 12;

  private final OutboxStore store = new OutboxStore();
  private final Ids ids;

  /** An outbox whose messages get those keys. */
  public Outbox(Ids ids) {
    this.ids = ids;
  }

  /**
   * One message.
   *
   * @param id the same whenever it is delivered again, for receivers that want to notice
   * @param kind which {@link Deliverer} it is for; at most 32 characters
   * @param target where to: an address of at most 512 characters
   */
  public record Message(
      long id, String organizationId, String kind, String target, String payload) {}

  /** Carries messages of one kind out of the house. */
  @FunctionalInterface
  public interface Deliverer {

    /**
     * Delivers, or throws when the message did not arrive or nobody knows; may be called again for
     * one that did arrive.
     */
    void deliver(Message message);
  }

  /** Puts a message in, within the transaction of which it tells. */
  public void put(
      Transaction transaction, String organizationId, String kind, String target, String payload) {
    store.put(transaction, new Message(ids.next(), organizationId, kind, target, payload));
  }

  /**
   * The work of delivering. A message that was delivered is removed, as it may hold personal data;
   * one that was tried twelve times in vain, over some six hours, counts as failed and stays.
   */
  public DueWork<?> delivery(Database database, Map<String, Deliverer> deliverers) {
    return new Delivery(database, store, Map.copyOf(deliverers));
  }

  /** Delivers what is due, each message outside of any transaction. */
  private record Delivery(Database database, OutboxStore store, Map<String, Deliverer> byKind)
      implements DueWork<OutboxStore.Due> {

    @Override
    public String name() {
      return "outbox";
    }

    @Override
    public DueRows<?> rows() {
      return store.rows();
    }

    @Override
    public List<OutboxStore.Due> claim(Transaction transaction, int limit) {
      return store.claim(transaction, limit);
    }

    @Override
    public void run(OutboxStore.Due due) {
      Message message = due.message();
      try {
        Deliverer deliverer = byKind.get(message.kind());
        if (deliverer == null) {
          throw new IllegalStateException("nobody delivers messages of kind " + message.kind());
        }
        deliverer.deliver(message);
      } catch (RuntimeException unknown) {
        if (due.attempts() >= MOST_ATTEMPTS) {
          database.write(transaction -> {
            store.fail(transaction, due);
            return null;
          });
        }
        throw unknown;
      }
      database.write(transaction -> {
        store.remove(transaction, message.id());
        return null;
      });
    }
  }
}
