package org.carillon.server.calls.flows;

import org.carillon.api.model.HuntGroupSettings;
import org.carillon.api.model.UpdateHuntGroupInput;
import org.carillon.api.model.UpdateHuntGroupOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Replaces all that a hunt group is, for whoever has seen it as it is. */
final class UpdateHuntGroup implements WriteOperation<UpdateHuntGroupInput, UpdateHuntGroupOutput> {

  private final HuntGroupStore groups;
  private final FlowStore flows;
  private final References references;

  UpdateHuntGroup(HuntGroupStore groups, FlowStore flows, References references) {
    this.groups = groups;
    this.flows = flows;
    this.references = references;
  }

  @Override
  public UpdateHuntGroupOutput run(UpdateHuntGroupInput input, Call call) {
    references.alone(call);
    HuntGroup before = groups.lock(call, input.huntGroupId());
    flows.refuseStale(call, before.flow(), input.version());
    HuntGroup after =
        before.replaced(
            new HuntGroupSettings(
                input.name(),
                input.strategy(),
                input.memberUserIds(),
                input.ringSeconds(),
                input.noAnswer()),
            call.now());
    references.replace(call, after.flow().origin(), after.references());
    groups.save(call, after, before.differences(after));
    return new UpdateHuntGroupOutput(after.view());
  }
}
