package org.carillon.server.people.settings;

import org.carillon.api.model.GetPhoneNumberSettingsInput;
import org.carillon.api.model.GetPhoneNumberSettingsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Tells the organization's default calling name. */
final class GetPhoneNumberSettings
    implements ReadOperation<GetPhoneNumberSettingsInput, GetPhoneNumberSettingsOutput> {

  private final SettingsStore settings;

  GetPhoneNumberSettings(SettingsStore settings) {
    this.settings = settings;
  }

  @Override
  public GetPhoneNumberSettingsOutput run(
      GetPhoneNumberSettingsInput input, OperationContext context) {
    return settings.get(context).phoneNumbers();
  }
}
