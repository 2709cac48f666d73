package org.carillon.server.people.settings;

import org.carillon.api.model.UpdateGlobalSettingsInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Changes which buckets take the organization's call detail records. */
final class UpdateGlobalSettings implements WriteOperation<UpdateGlobalSettingsInput, Unit> {

  private final SettingsStore settings;

  UpdateGlobalSettings(SettingsStore settings) {
    this.settings = settings;
  }

  @Override
  public Unit run(UpdateGlobalSettingsInput input, OperationContext context) {
    OrganizationSettings before = settings.lock(context);
    settings.save(
        context, before.with(input.businessCalling(), input.voiceConnector()), context.now());
    return Unit.INSTANCE;
  }
}
