package org.carillon.server.calls.records;

import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.BatchPutRecordInput;
import org.carillon.api.model.BatchPutRecordOutput;
import org.carillon.api.model.RecordError;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;

/** Records many calls, voicemails and messages in as many statements as one. */
final class BatchPutRecord implements WriteOperation<BatchPutRecordInput, BatchPutRecordOutput> {

  private final RecordWriter writer;

  BatchPutRecord(RecordWriter writer) {
    this.writer = writer;
  }

  @Override
  public BatchPutRecordOutput run(BatchPutRecordInput input, OperationContext context) {
    List<RecordError> errors = new ArrayList<>();
    writer.record(
        context,
        input.recordItems(),
        (item, refusal) ->
            errors.add(
                RecordError.builder()
                    .recordId(item.recordId())
                    .errorCode(Refusal.code(refusal))
                    .errorMessage(refusal.getMessage())
                    .build()));
    return new BatchPutRecordOutput(errors);
  }
}
