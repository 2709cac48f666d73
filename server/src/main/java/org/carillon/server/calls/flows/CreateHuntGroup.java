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
  private final FlowEntries references;
  private final Ids ids;

  CreateHuntGroup(HuntGroupStore groups, FlowEntries references, Ids ids) {
    this.groups = groups;
    this.references = references;
    this.ids = ids;
  }

  @Override
  public CreateHuntGroupOutput run(CreateHuntGroupInput input, OperationContext context) {
    references.alone(context);
    HuntGroup group = HuntGroup.created(ids.id(), input.huntGroupSettings(), context.now());
    groups.add(context, group);
    references.replace(context, group.flow().origin(), group.references());
    context.auditSubject(group.flow().id());
    return new CreateHuntGroupOutput(group.view());
  }
}
