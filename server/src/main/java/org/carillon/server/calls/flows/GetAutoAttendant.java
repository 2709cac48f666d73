package org.carillon.server.calls.flows;

import org.carillon.api.model.GetAutoAttendantInput;
import org.carillon.api.model.GetAutoAttendantOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.ReadOperation;

/** Shows one auto attendant with its menu and schedule. */
final class GetAutoAttendant
    implements ReadOperation<GetAutoAttendantInput, GetAutoAttendantOutput> {

  private final AutoAttendantStore attendants;

  GetAutoAttendant(AutoAttendantStore attendants) {
    this.attendants = attendants;
  }

  @Override
  public GetAutoAttendantOutput run(GetAutoAttendantInput input, Call call) {
    return new GetAutoAttendantOutput(attendants.get(call, input.autoAttendantId()).view());
  }
}
