package org.carillon.server.inventory;

import org.carillon.api.model.PutPhoneNumberAnnotationsInput;
import org.carillon.api.shape.Unit;
import org.carillon.server.numbers.E164;
import org.carillon.server.numbers.PhoneNumberStore;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.WriteOperation;

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
  public Unit run(PutPhoneNumberAnnotationsInput input, Call call) {
    annotations.put(
        call, numbers.get(call, E164.ofId(input.phoneNumberId())), input.labels(), input.note());
    return Unit.INSTANCE;
  }
}
