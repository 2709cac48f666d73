package org.carillon.server.people.settings;

import org.carillon.api.model.UpdatePhoneNumberSettingsInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Changes the organization's default calling name, once in seven days. */
final class UpdatePhoneNumberSettings
    implements WriteOperation<UpdatePhoneNumberSettingsInput, Unit> {

  private final SettingsStore settings;

  UpdatePhoneNumberSettings(SettingsStore settings) {
    this.settings = settings;
  }

  @Override
  public Unit run(UpdatePhoneNumberSettingsInput input, OperationContext context) {
    OrganizationSettings before = settings.lock(context);
    settings.save(context, before.called(input.callingName(), context.now()), context.now());
    return Unit.INSTANCE;
  }
}
