package org.carillon.server.calls.records;

import org.carillon.api.model.GetRecordInput;
import org.carillon.api.model.GetRecordOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows one record. */
final class GetRecord implements ReadOperation<GetRecordInput, GetRecordOutput> {

  private final CommunicationStore records;

  GetRecord(CommunicationStore records) {
    this.records = records;
  }

  @Override
  public GetRecordOutput run(GetRecordInput input, OperationContext context) {
    return new GetRecordOutput(records.get(context, input.recordId()).view());
  }
}
