package org.carillon.server.calls.flows;

import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateHuntGroupOutput;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;

/** Creates a hunt group of users who all exist. */
final class CreateHuntGroup implements WriteOperation<CreateHuntGroupInput, CreateHuntGroupOutput> {

  private final HuntGroupStore groups;
  private final FlowEntries entries;
  private final Ids ids;

  CreateHuntGroup(HuntGroupStore groups, FlowEntries entries, Ids ids) {
    this.groups = groups;
    this.entries = entries;
    this.ids = ids;
  }

  @Override
  public CreateHuntGroupOutput run(CreateHuntGroupInput input, OperationContext context) {
    entries.serializeEdits(context);
    HuntGroup group = HuntGroup.created(ids.id(), input.huntGroupSettings(), context.now());
    groups.add(context, group);
    entries.replace(context, group.flow().flowId(), group.entries());
    context.auditSubject(group.flow().id());
    return new CreateHuntGroupOutput(group.view());
  }
}
