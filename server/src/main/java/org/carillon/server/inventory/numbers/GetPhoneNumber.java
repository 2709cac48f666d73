package org.carillon.server.inventory.numbers;

import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.GetPhoneNumberOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.ReadOperation;

/** Shows one number of the inventory or the deletion queue. */
final class GetPhoneNumber implements ReadOperation<GetPhoneNumberInput, GetPhoneNumberOutput> {

  private final InventoryStore inventory;

  GetPhoneNumber(InventoryStore inventory) {
    this.inventory = inventory;
  }

  @Override
  public GetPhoneNumberOutput run(GetPhoneNumberInput input, Call call) {
    return new GetPhoneNumberOutput(inventory.get(call, input.phoneNumberId()).view(call.now()));
  }
}
