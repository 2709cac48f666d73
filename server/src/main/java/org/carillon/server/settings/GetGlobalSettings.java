package org.carillon.server.settings;

import org.carillon.api.model.GetGlobalSettingsInput;
import org.carillon.api.model.GetGlobalSettingsOutput;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.ReadOperation;

/** Tells which buckets take the organization's call detail records. */
final class GetGlobalSettings
    implements ReadOperation<GetGlobalSettingsInput, GetGlobalSettingsOutput> {

  private final SettingsStore settings;

  GetGlobalSettings(SettingsStore settings) {
    this.settings = settings;
  }

  @Override
  public GetGlobalSettingsOutput run(GetGlobalSettingsInput input, Call call) {
    return settings.get(call).global();
  }
}
