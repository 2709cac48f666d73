package org.carillon.server.calls.records;

import java.util.List;
import org.carillon.api.model.PutRecordInput;
import org.carillon.api.model.PutRecordOutput;
import org.carillon.api.model.RecordItem;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Records a call, a voicemail or a message, and returns the record. */
final class PutRecord implements WriteOperation<PutRecordInput, PutRecordOutput> {

  private final RecordWriter writer;
  private final CommunicationStore records;

  PutRecord(RecordWriter writer, CommunicationStore records) {
    this.writer = writer;
    this.records = records;
  }

  @Override
  public PutRecordOutput run(PutRecordInput input, OperationContext context) {
    List<Communication> written =
        writer.record(
            context,
            List.of(new RecordItem(input.recordId(), input.report())),
            (item, refusal) -> {
              throw refusal;
            });
    Communication standing =
        written.isEmpty() ? records.get(context, input.recordId()) : written.getFirst();
    return new PutRecordOutput(standing.view());
  }
}
