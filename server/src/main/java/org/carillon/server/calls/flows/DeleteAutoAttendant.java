package org.carillon.server.calls.flows;

import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.DeleteAutoAttendantInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Deletes an auto attendant to which nothing leads. */
final class DeleteAutoAttendant implements WriteOperation<DeleteAutoAttendantInput, Unit> {

  private final FlowRemoval removal;

  DeleteAutoAttendant(FlowRemoval removal) {
    this.removal = removal;
  }

  @Override
  public Unit run(DeleteAutoAttendantInput input, OperationContext context) {
    removal.remove(
        context,
        new CallTarget(CallTargetType.AUTO_ATTENDANT, input.autoAttendantId()),
        input.revision());
    return Unit.INSTANCE;
  }
}
