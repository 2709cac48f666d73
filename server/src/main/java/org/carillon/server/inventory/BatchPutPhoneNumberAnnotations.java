package org.carillon.server.inventory;

import java.util.Optional;
import org.carillon.api.model.BatchPutPhoneNumberAnnotationsInput;
import org.carillon.api.model.BatchPutPhoneNumberAnnotationsOutput;
import org.carillon.api.model.PhoneNumberAnnotationItem;
import org.carillon.server.numbers.Batch;
import org.carillon.server.numbers.E164;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.WriteOperation;

/** Writes labels and notes on many numbers, each by itself. */
final class BatchPutPhoneNumberAnnotations
    implements WriteOperation<
        BatchPutPhoneNumberAnnotationsInput, BatchPutPhoneNumberAnnotationsOutput> {

  private final Batch batch;
  private final Annotations annotations;

  BatchPutPhoneNumberAnnotations(Batch batch, Annotations annotations) {
    this.batch = batch;
    this.annotations = annotations;
  }

  @Override
  public BatchPutPhoneNumberAnnotationsOutput run(
      BatchPutPhoneNumberAnnotationsInput input, Call call) {
    return new BatchPutPhoneNumberAnnotationsOutput(
        batch.run(
            call,
            input.phoneNumberAnnotationItems(),
            PhoneNumberAnnotationItem::phoneNumberId,
            E164::ofId,
            (number, item) -> {
              annotations.put(call, number, item.labels(), item.note());
              return Optional.of(number);
            }));
  }
}
