package org.carillon.server.inventory.orders;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Database;
import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.numbers.SupplierRequest;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Outcome;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.jspecify.annotations.Nullable;

/** Orders numbers of suppliers, one by one, and records what they answer. */
final class FulfilOrders implements SupplierRequest<DueOrderStore.Due> {

  private final DueOrderStore due = new DueOrderStore();
  private final PhoneNumberStore numbers;
  private final NumberSupplier supplier;
  private final Database database;

  FulfilOrders(PhoneNumberStore numbers, NumberSupplier supplier, Database database) {
    this.numbers = numbers;
    this.supplier = supplier;
    this.database = database;
  }

  @Override
  public DueRows<DueOrderStore.Due> rows() {
    return DueOrderStore.ROWS;
  }

  @Override
  public String organizationId(DueOrderStore.Due item) {
    return item.organizationId();
  }

  @Override
  public E164 e164(DueOrderStore.Due item) {
    return item.e164();
  }

  @Override
  public Optional<NumberSupplier.Answer> send(DueOrderStore.Due item) {
    NumberSupplier.Request request =
        new NumberSupplier.Request(item.e164(), item.reference(), item.askedAt());
    NumberSupplier.Answer answer = supplier.order(request);
    if (answer instanceof NumberSupplier.Answer.Done && isOwned(item)) {
      // A number that another organization owns was not the supplier's to sell: it goes back.
      supplier.release(request);
      return Optional.of(new NumberSupplier.Answer.Refused("not available"));
    }
    return Optional.of(answer);
  }

  private boolean isOwned(DueOrderStore.Due item) {
    return database.read(
        transaction -> numbers.isHeldByAnother(transaction, item.e164(), item.numberId()));
  }

  @Override
  public boolean done(OperationContext context, DueOrderStore.Due item) {
    PhoneNumber number = waiting(context, item);
    // Its supplier sells to one only, yet may have sold it anew before the former owner's release
    // is recorded here; then the lease brings this order back when that is done.
    if (number == null || numbers.isClaimed(context, item.e164())) {
      return false;
    }
    numbers.save(context, number.acquired(context.now()));
    due.settle(context, item, Outcome.ACQUIRED, null);
    return true;
  }

  @Override
  public boolean refused(OperationContext context, DueOrderStore.Due item, String reason) {
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
    PhoneNumber number = numbers.lockAll(context, List.of(item.e164())).get(item.e164());
    return number != null && number.isAcquiring() && number.numberId().equals(item.numberId())
        ? number
        : null;
  }
}
