package org.carillon.server.inventory.orders;

import java.util.List;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SystemWork;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Outcome;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.jspecify.annotations.Nullable;

/** Asks the supplier for ordered numbers, one by one, and records what it answers. */
final class FulfilOrders implements DueWork<DueOrderStore.Due> {

  private final DueOrderStore due = new DueOrderStore();
  private final PhoneNumberStore numbers;
  private final NumberSupplier supplier;
  private final SystemWork background;

  FulfilOrders(PhoneNumberStore numbers, NumberSupplier supplier, SystemWork background) {
    this.numbers = numbers;
    this.supplier = supplier;
    this.background = background;
  }

  @Override
  public String name() {
    return "fulfil-orders";
  }

  @Override
  public DueRows<?> rows() {
    return due.rows();
  }

  @Override
  public List<DueOrderStore.Due> claim(Transaction transaction, int limit) {
    return due.claim(transaction, limit);
  }

  @Override
  public void run(DueOrderStore.Due item) {
    NumberSupplier.Ask ask = new NumberSupplier.Ask(item.e164(), item.reference(), item.askedAt());
    switch (supplier.order(ask)) {
      case NumberSupplier.Answer.Pending(var askAgainAfter) ->
          background
              .database()
              .write(transaction -> {
                due.putOff(transaction, item, transaction.now().plus(askAgainAfter));
                return null;
              });
      case NumberSupplier.Answer.Done() -> sold(ask, item);
      case NumberSupplier.Answer.Refused(String reason) -> refused(item, reason);
    }
  }

  /** A number that somebody owns already was not the supplier's to sell: it goes back. */
  private void sold(NumberSupplier.Ask ask, DueOrderStore.Due item) {
    boolean owned =
        background
            .database()
            .read(
                transaction -> numbers.isHeldByAnother(transaction, item.e164(), item.numberId()));
    if (owned) {
      supplier.release(ask);
      refused(item, "not available");
    } else {
      background.record(
          item.organizationId(), name(), item.e164(), context -> acquired(context, item));
    }
  }

  private void refused(DueOrderStore.Due item, String reason) {
    background.record(
        item.organizationId(), name(), item.e164(), context -> refused(context, item, reason));
  }

  private boolean acquired(OperationContext context, DueOrderStore.Due item) {
    PhoneNumber number = waiting(context, item);
    // Its supplier sells to one only, yet may have sold it anew before the former owner's release
    // is
    // recorded here; then the lease brings this order back when that is done.
    if (number == null || numbers.isClaimed(context, item.e164())) {
      return false;
    }
    numbers.save(context, number.acquired(context.now()));
    due.settle(context, item, Outcome.ACQUIRED, null);
    return true;
  }

  private boolean refused(OperationContext context, DueOrderStore.Due item, String reason) {
    PhoneNumber number = waiting(context, item);
    if (number == null) {
      return false;
    }
    numbers.save(context, number.acquireFailed(context.now()));
    due.settle(context, item, Outcome.FAILED, reason);
    return true;
  }

  /** The number, if no earlier run of the same claim has recorded its answer. */
  private @Nullable PhoneNumber waiting(OperationContext context, DueOrderStore.Due item) {
    PhoneNumber number = numbers.lock(context, List.of(item.e164())).get(item.e164());
    return number != null && number.isAcquiring() && number.numberId() == item.numberId()
        ? number
        : null;
  }
}
