package org.carillon.server.people.settings;

import org.carillon.api.model.UpdatePhoneNumberSettingsInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Changes the organization's default calling name, once in seven days. */
final class UpdatePhoneNumberSettings
    implements WriteOperation<UpdatePhoneNumberSettingsInput, Unit> {

  private final SettingsStore settings;

  UpdatePhoneNumberSettings(SettingsStore settings) {
    this.settings = settings;
  }

  @Override
  public Unit run(UpdatePhoneNumberSettingsInput input, Call call) {
    OrganizationSettings before = settings.lock(call);
    settings.save(call, before.called(input.callingName(), call.now()), call.now());
    return Unit.INSTANCE;
  }
}
