package org.carillon.server.inventory.numbers;

import java.util.function.Function;
import org.carillon.api.model.BatchDeletePhoneNumberInput;
import org.carillon.api.model.BatchDeletePhoneNumberOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.pool.E164;

/** Moves many numbers to the deletion queue, each by itself. */
final class BatchDeletePhoneNumber
    implements WriteOperation<BatchDeletePhoneNumberInput, BatchDeletePhoneNumberOutput> {

  private final Batch batch;
  private final Deletion deletion;

  BatchDeletePhoneNumber(Batch batch, Deletion deletion) {
    this.batch = batch;
    this.deletion = deletion;
  }

  @Override
  public BatchDeletePhoneNumberOutput run(
      BatchDeletePhoneNumberInput input, OperationContext context) {
    return new BatchDeletePhoneNumberOutput(
        batch.run(
            context,
            input.phoneNumberIds(),
            Function.identity(),
            id -> E164.ofId("PhoneNumberIds", id),
            (number, id) -> deletion.delete(context, number)));
  }
}
