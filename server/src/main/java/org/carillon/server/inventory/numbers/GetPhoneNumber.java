package org.carillon.server.inventory.numbers;

import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.GetPhoneNumberOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows one number of the inventory or the deletion queue. */
final class GetPhoneNumber implements ReadOperation<GetPhoneNumberInput, GetPhoneNumberOutput> {

  private final InventoryStore inventory;

  GetPhoneNumber(InventoryStore inventory) {
    this.inventory = inventory;
  }

  @Override
  public GetPhoneNumberOutput run(GetPhoneNumberInput input, OperationContext context) {
    return new GetPhoneNumberOutput(
        inventory.get(context, input.phoneNumberId()).view(context.now()));
  }
}
