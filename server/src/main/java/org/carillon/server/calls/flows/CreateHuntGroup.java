package org.carillon.server.calls.flows;

import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateHuntGroupOutput;
import org.carillon.api.model.HuntGroupSettings;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Creates a hunt group of users who all exist. */
final class CreateHuntGroup implements WriteOperation<CreateHuntGroupInput, CreateHuntGroupOutput> {

  private final HuntGroupStore groups;
  private final References references;
  private final Keys keys;

  CreateHuntGroup(HuntGroupStore groups, References references, Keys keys) {
    this.groups = groups;
    this.references = references;
    this.keys = keys;
  }

  @Override
  public CreateHuntGroupOutput run(CreateHuntGroupInput input, Call call) {
    references.alone(call);
    HuntGroup group =
        HuntGroup.created(
            keys.id(),
            new HuntGroupSettings(
                input.name(),
                input.strategy(),
                input.memberUserIds(),
                input.ringSeconds(),
                input.noAnswer()),
            call.now());
    groups.add(call, group);
    references.replace(call, group.flow().origin(), group.references());
    call.concerns(group.flow().id());
    return new CreateHuntGroupOutput(group.view());
  }
}
