package org.carillon.server.inventory.numbers;

import java.util.Optional;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.NumberSupplier;

/** Gives numbers back to their supplier once their seven days in the queue are over. */
final class ReleaseNumbers extends NumberRequest {

  private final NumberSupplier supplier;

  ReleaseNumbers(PhoneNumberStore numbers, NumberSupplier supplier) {
    super(DueNumberStore.RELEASES, numbers);
    this.supplier = supplier;
  }

  @Override
  public Optional<NumberSupplier.Answer> send(PhoneNumber claimed) {
    return claimed.state() instanceof State.Deleted deleted
        ? Optional.of(
            supplier.release(
                new NumberSupplier.Request(
                    claimed.e164(), claimed.reference(), deleted.leavesAt())))
        : Optional.empty();
  }

  @Override
  Optional<PhoneNumber> answered(
      OperationContext context, PhoneNumber number, PhoneNumber claimed, boolean done) {
    if (!(number.state() instanceof State.Deleted deleted)) {
      return Optional.empty();
    }
    return Optional.of(
        done
            ? number.released(context.now())
            : number.releaseRefused(
                DueWork.nextAttempt(context.now(), deleted.releaseAttempts()), context.now()));
  }
}
