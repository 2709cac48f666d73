package org.carillon.server.inventory.numbers;

import java.util.Optional;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.NumberSupplier;

/** Asks suppliers to publish calling names; their answer alone ends an update. */
final class PublishCallingNames extends NumberRequest {

  private final NumberSupplier supplier;

  PublishCallingNames(PhoneNumberStore numbers, NumberSupplier supplier) {
    super(DueNumberStore.CALLING_NAMES, numbers);
    this.supplier = supplier;
  }

  @Override
  public Optional<NumberSupplier.Answer> send(PhoneNumber claimed) {
    return claimed.callingName().update() instanceof CallingName.Pending pending
        ? Optional.of(
            supplier.setCallingName(
                new NumberSupplier.Request(claimed.e164(), claimed.reference(), pending.askedAt()),
                pending.wanted()))
        : Optional.empty();
  }

  @Override
  Optional<PhoneNumber> answered(
      OperationContext context, PhoneNumber number, PhoneNumber claimed, boolean done) {
    boolean same =
        number.callingName().update() instanceof CallingName.Pending pending
            && claimed.callingName().update() instanceof CallingName.Pending asked
            && pending.askedAt().equals(asked.askedAt());
    return same ? Optional.of(number.callingNameAnswered(done, context.now())) : Optional.empty();
  }
}
