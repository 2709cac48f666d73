package org.carillon.server.inventory.numbers;

import java.util.Optional;
import org.carillon.api.model.BatchUpdatePhoneNumberInput;
import org.carillon.api.model.BatchUpdatePhoneNumberOutput;
import org.carillon.api.model.UpdatePhoneNumberRequestItem;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.pool.E164;

/** Changes one of product type, name and calling name of many numbers, each by itself. */
final class BatchUpdatePhoneNumber
    implements WriteOperation<BatchUpdatePhoneNumberInput, BatchUpdatePhoneNumberOutput> {

  private final Batch batch;
  private final PhoneNumberStore numbers;
  private final Assignments assignments;
  private final BusinessCallingStore businessCalling;

  BatchUpdatePhoneNumber(
      Batch batch,
      PhoneNumberStore numbers,
      Assignments assignments,
      BusinessCallingStore businessCalling) {
    this.businessCalling = businessCalling;
    this.batch = batch;
    this.numbers = numbers;
    this.assignments = assignments;
  }

  @Override
  public BatchUpdatePhoneNumberOutput run(
      BatchUpdatePhoneNumberInput input, OperationContext context) {
    return new BatchUpdatePhoneNumberOutput(
        batch.run(
            context,
            input.updatePhoneNumberRequestItems(),
            UpdatePhoneNumberRequestItem::phoneNumberId,
            id -> E164.ofId("PhoneNumberId", id),
            (number, item) -> {
              PhoneNumber changed =
                  NumberUpdate.of(item.productType(), item.callingName(), item.name())
                      .applyTo(number, context, assignments, businessCalling);
              numbers.save(context, changed);
              return Optional.of(changed);
            }));
  }
}
