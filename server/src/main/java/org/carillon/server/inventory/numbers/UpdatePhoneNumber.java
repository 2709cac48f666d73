package org.carillon.server.inventory.numbers;

import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.api.model.UpdatePhoneNumberOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.pool.E164;

/** Changes the product type, the name or the calling name of a number, one of them a request. */
final class UpdatePhoneNumber
    implements WriteOperation<UpdatePhoneNumberInput, UpdatePhoneNumberOutput> {

  private final PhoneNumberStore numbers;
  private final InventoryStore inventory;
  private final Assignments assignments;
  private final BusinessCallingStore businessCalling;

  UpdatePhoneNumber(
      PhoneNumberStore numbers,
      InventoryStore inventory,
      Assignments assignments,
      BusinessCallingStore businessCalling) {
    this.businessCalling = businessCalling;
    this.numbers = numbers;
    this.inventory = inventory;
    this.assignments = assignments;
  }

  @Override
  public UpdatePhoneNumberOutput run(UpdatePhoneNumberInput input, OperationContext context) {
    E164 e164 = E164.ofPath(input.phoneNumberId());
    NumberUpdate change = NumberUpdate.of(input.productType(), input.callingName(), input.name());
    PhoneNumber number = numbers.lock(context, e164);
    numbers.save(context, change.applyTo(number, context, assignments, businessCalling));
    return new UpdatePhoneNumberOutput(
        inventory.find(context, e164).orElseThrow().view(context.now()));
  }
}
