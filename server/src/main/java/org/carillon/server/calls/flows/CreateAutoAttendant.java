package org.carillon.server.calls.flows;

import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.CreateAutoAttendantOutput;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;

/** Creates an auto attendant that leads to what exists. */
final class CreateAutoAttendant
    implements WriteOperation<CreateAutoAttendantInput, CreateAutoAttendantOutput> {

  private final AutoAttendantStore attendants;
  private final FlowEntries entries;
  private final Ids ids;

  CreateAutoAttendant(AutoAttendantStore attendants, FlowEntries entries, Ids ids) {
    this.attendants = attendants;
    this.entries = entries;
    this.ids = ids;
  }

  @Override
  public CreateAutoAttendantOutput run(CreateAutoAttendantInput input, OperationContext context) {
    entries.serializeEdits(context);
    AutoAttendant attendant =
        AutoAttendant.created(ids.id(), input.autoAttendantSettings(), context.now());
    attendants.add(context, attendant);
    entries.replace(context, attendant.flow().flowId(), attendant.entries());
    context.auditSubject(attendant.flow().id());
    return new CreateAutoAttendantOutput(attendant.view());
  }
}
