package org.carillon.server.calls.records;

import org.carillon.api.model.ExplainRecordVisibilityInput;
import org.carillon.api.model.ExplainRecordVisibilityOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SnapshotOperation;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.people.users.UserStore;

/** Tells whether a user may see a record, and why. */
final class ExplainRecordVisibility
    implements SnapshotOperation<ExplainRecordVisibilityInput, ExplainRecordVisibilityOutput> {

  private final UserStore users;
  private final CommunicationStore records;
  private final Explanations explanations;

  ExplainRecordVisibility(UserStore users, CommunicationStore records, Explanations explanations) {
    this.users = users;
    this.records = records;
    this.explanations = explanations;
  }

  @Override
  public ExplainRecordVisibilityOutput run(
      ExplainRecordVisibilityInput input, OperationContext context) {
    Holder user = users.getHolder(context, input.accountId(), input.userId());
    Communication record = records.get(context, input.recordId());
    return new ExplainRecordVisibilityOutput(explanations.of(context, user, record));
  }
}
