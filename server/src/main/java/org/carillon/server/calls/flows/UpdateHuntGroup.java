package org.carillon.server.calls.flows;

import org.carillon.api.model.UpdateHuntGroupInput;
import org.carillon.api.model.UpdateHuntGroupOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;

/** Replaces a hunt group whose present revision the caller has read. */
final class UpdateHuntGroup implements WriteOperation<UpdateHuntGroupInput, UpdateHuntGroupOutput> {

  private final HuntGroupStore groups;
  private final FlowStore flows;
  private final FlowEntries entries;

  UpdateHuntGroup(HuntGroupStore groups, FlowStore flows, FlowEntries entries) {
    this.groups = groups;
    this.flows = flows;
    this.entries = entries;
  }

  @Override
  public UpdateHuntGroupOutput run(UpdateHuntGroupInput input, OperationContext context) {
    entries.serializeEdits(context);
    HuntGroup before = groups.lock(context, input.huntGroupId());
    flows.refuseStale(context, before.flow(), input.revision(), "repeat your change on");
    HuntGroup after = before.replaced(input.huntGroupSettings(), context.now());
    entries.replace(context, after.flow().flowId(), after.entries());
    groups.save(context, after, before.differences(after));
    return new UpdateHuntGroupOutput(after.view());
  }
}
