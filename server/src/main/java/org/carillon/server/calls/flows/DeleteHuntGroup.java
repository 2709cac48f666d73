package org.carillon.server.calls.flows;

import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.DeleteHuntGroupInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Deletes a hunt group to which nothing leads. */
final class DeleteHuntGroup implements WriteOperation<DeleteHuntGroupInput, Unit> {

  private final FlowRemoval removal;

  DeleteHuntGroup(FlowRemoval removal) {
    this.removal = removal;
  }

  @Override
  public Unit run(DeleteHuntGroupInput input, OperationContext context) {
    removal.remove(
        context, new CallTarget(CallTargetType.HUNT_GROUP, input.huntGroupId()), input.revision());
    return Unit.INSTANCE;
  }
}
