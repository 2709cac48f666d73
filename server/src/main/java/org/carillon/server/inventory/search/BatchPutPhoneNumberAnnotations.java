package org.carillon.server.inventory.search;

import java.util.Optional;
import org.carillon.api.model.BatchPutPhoneNumberAnnotationsInput;
import org.carillon.api.model.BatchPutPhoneNumberAnnotationsOutput;
import org.carillon.api.model.PhoneNumberAnnotationItem;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.Batch;
import org.carillon.server.inventory.pool.E164;

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
      BatchPutPhoneNumberAnnotationsInput input, OperationContext context) {
    return new BatchPutPhoneNumberAnnotationsOutput(
        batch.run(
            context,
            input.phoneNumberAnnotationItems(),
            PhoneNumberAnnotationItem::phoneNumberId,
            id -> E164.ofId("PhoneNumberId", id),
            (number, item) -> {
              annotations.put(context, number, item.labels(), item.note());
              return Optional.of(number);
            }));
  }
}
