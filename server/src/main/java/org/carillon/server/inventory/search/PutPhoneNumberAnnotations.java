package org.carillon.server.inventory.search;

import org.carillon.api.model.PutPhoneNumberAnnotationsInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.pool.E164;

/** Writes labels, a note or both on a number. */
final class PutPhoneNumberAnnotations
    implements WriteOperation<PutPhoneNumberAnnotationsInput, Unit> {

  private final PhoneNumberStore numbers;
  private final Annotations annotations;

  PutPhoneNumberAnnotations(PhoneNumberStore numbers, Annotations annotations) {
    this.numbers = numbers;
    this.annotations = annotations;
  }

  @Override
  public Unit run(PutPhoneNumberAnnotationsInput input, OperationContext context) {
    annotations.put(
        context,
        numbers.lock(context, E164.ofPath(input.phoneNumberId())),
        input.labels(),
        input.note());
    return Unit.INSTANCE;
  }
}
