package org.carillon.server.calls.flows;

import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.CreateAutoAttendantOutput;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Creates an auto attendant that leads to what exists. */
final class CreateAutoAttendant
    implements WriteOperation<CreateAutoAttendantInput, CreateAutoAttendantOutput> {

  private final AutoAttendantStore attendants;
  private final References references;
  private final Keys keys;

  CreateAutoAttendant(AutoAttendantStore attendants, References references, Keys keys) {
    this.attendants = attendants;
    this.references = references;
    this.keys = keys;
  }

  @Override
  public CreateAutoAttendantOutput run(CreateAutoAttendantInput input, Call call) {
    references.alone(call);
    AutoAttendant attendant =
        AutoAttendant.created(
            keys.id(),
            new AutoAttendantSettings(
                input.name(),
                input.greeting(),
                input.menu(),
                input.schedule(),
                input.closed(),
                input.holiday(),
                input.timeout(),
                input.invalidInput()),
            call.now());
    attendants.add(call, attendant);
    references.replace(call, attendant.flow().origin(), attendant.references());
    call.concerns(attendant.flow().id());
    return new CreateAutoAttendantOutput(attendant.view());
  }
}
