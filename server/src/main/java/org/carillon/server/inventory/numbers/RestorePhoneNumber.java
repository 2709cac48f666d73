package org.carillon.server.inventory.numbers;

import java.util.List;
import org.carillon.api.model.RestorePhoneNumberInput;
import org.carillon.api.model.RestorePhoneNumberOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.pool.E164;

/** Brings a number back from the deletion queue, Unassigned, as it was before. */
final class RestorePhoneNumber
    implements WriteOperation<RestorePhoneNumberInput, RestorePhoneNumberOutput> {

  private final PhoneNumberStore numbers;

  RestorePhoneNumber(PhoneNumberStore numbers) {
    this.numbers = numbers;
  }

  @Override
  public RestorePhoneNumberOutput run(RestorePhoneNumberInput input, OperationContext context) {
    PhoneNumber number = numbers.lock(context, E164.ofPath(input.phoneNumberId()));
    PhoneNumber restored = number.restored(context.now());
    numbers.save(context, restored);
    return new RestorePhoneNumberOutput(PhoneNumberView.of(restored, List.of(), context.now()));
  }
}
