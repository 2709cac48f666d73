package org.carillon.server.inventory.numbers;

import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.pool.E164;

/** Moves a phone number to the deletion queue, from which it can be restored for seven days. */
final class DeletePhoneNumber implements WriteOperation<DeletePhoneNumberInput, Unit> {

  private final PhoneNumberStore numbers;
  private final Deletion deletion;

  DeletePhoneNumber(PhoneNumberStore numbers, Deletion deletion) {
    this.numbers = numbers;
    this.deletion = deletion;
  }

  @Override
  public Unit run(DeletePhoneNumberInput input, OperationContext context) {
    deletion.delete(context, numbers.lock(context, E164.ofPath(input.phoneNumberId())));
    return Unit.INSTANCE;
  }
}
