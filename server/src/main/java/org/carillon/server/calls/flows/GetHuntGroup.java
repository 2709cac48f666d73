package org.carillon.server.calls.flows;

import org.carillon.api.model.GetHuntGroupInput;
import org.carillon.api.model.GetHuntGroupOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows one hunt group with all its members. */
final class GetHuntGroup implements ReadOperation<GetHuntGroupInput, GetHuntGroupOutput> {

  private final HuntGroupStore groups;

  GetHuntGroup(HuntGroupStore groups) {
    this.groups = groups;
  }

  @Override
  public GetHuntGroupOutput run(GetHuntGroupInput input, OperationContext context) {
    return new GetHuntGroupOutput(groups.get(context, input.huntGroupId()).view());
  }
}
