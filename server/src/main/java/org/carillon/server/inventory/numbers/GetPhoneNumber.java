package org.carillon.server.inventory.numbers;

import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.GetPhoneNumberOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.inventory.pool.E164;

/** Shows one number of the inventory or the deletion queue. */
final class GetPhoneNumber implements ReadOperation<GetPhoneNumberInput, GetPhoneNumberOutput> {

  private final InventoryStore inventory;

  GetPhoneNumber(InventoryStore inventory) {
    this.inventory = inventory;
  }

  @Override
  public GetPhoneNumberOutput run(GetPhoneNumberInput input, OperationContext context) {
    return new GetPhoneNumberOutput(
        inventory.get(context, E164.ofPath(input.phoneNumberId())).view(context.now()));
  }
}
