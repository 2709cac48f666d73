package org.carillon.server.calls.flows;

import org.carillon.api.model.UpdateAutoAttendantInput;
import org.carillon.api.model.UpdateAutoAttendantOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.entries.FlowEntries;

/** Replaces an auto attendant whose present revision the caller has read. */
final class UpdateAutoAttendant
    implements WriteOperation<UpdateAutoAttendantInput, UpdateAutoAttendantOutput> {

  private final AutoAttendantStore attendants;
  private final FlowStore flows;
  private final FlowEntries entries;

  UpdateAutoAttendant(AutoAttendantStore attendants, FlowStore flows, FlowEntries entries) {
    this.attendants = attendants;
    this.flows = flows;
    this.entries = entries;
  }

  @Override
  public UpdateAutoAttendantOutput run(UpdateAutoAttendantInput input, OperationContext context) {
    entries.serializeEdits(context);
    AutoAttendant before = attendants.lock(context, input.autoAttendantId());
    flows.refuseStale(context, before.flow(), input.revision(), "repeat your change on");
    AutoAttendant after = before.replaced(input.autoAttendantSettings(), context.now());
    entries.replace(context, after.flow().flowId(), after.entries());
    attendants.save(context, after, before.differences(after));
    return new UpdateAutoAttendantOutput(after.view());
  }
}
