package org.carillon.server.people.settings;

import org.carillon.api.model.GetGlobalSettingsInput;
import org.carillon.api.model.GetGlobalSettingsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Tells which buckets take the organization's call detail records. */
final class GetGlobalSettings
    implements ReadOperation<GetGlobalSettingsInput, GetGlobalSettingsOutput> {

  private final SettingsStore settings;

  GetGlobalSettings(SettingsStore settings) {
    this.settings = settings;
  }

  @Override
  public GetGlobalSettingsOutput run(GetGlobalSettingsInput input, OperationContext context) {
    return settings.get(context).global();
  }
}
