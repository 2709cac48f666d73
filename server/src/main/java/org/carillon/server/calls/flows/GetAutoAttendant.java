package org.carillon.server.calls.flows;

import org.carillon.api.model.GetAutoAttendantInput;
import org.carillon.api.model.GetAutoAttendantOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows one auto attendant with its menu and schedule. */
final class GetAutoAttendant
    implements ReadOperation<GetAutoAttendantInput, GetAutoAttendantOutput> {

  private final AutoAttendantStore attendants;

  GetAutoAttendant(AutoAttendantStore attendants) {
    this.attendants = attendants;
  }

  @Override
  public GetAutoAttendantOutput run(GetAutoAttendantInput input, OperationContext context) {
    return new GetAutoAttendantOutput(attendants.get(context, input.autoAttendantId()).view());
  }
}
