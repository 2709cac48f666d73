package org.carillon.server.people.settings;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.server.Feature;
import org.carillon.server.Platform;

/** Puts the settings of organizations together: their operations. */
public final class SettingsFeature implements Feature {

  private final SettingsStore settings = new SettingsStore();

  /** The settings of all organizations. */
  @SuppressWarnings("unused") // every feature is given the platform
  public SettingsFeature(Platform platform) {}

  /** The operations on the settings of an organization. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(Operations.GET_GLOBAL_SETTINGS, new GetGlobalSettings(settings)),
        new OperationBinding<>(
            Operations.UPDATE_GLOBAL_SETTINGS, new UpdateGlobalSettings(settings)),
        new OperationBinding<>(
            Operations.GET_PHONE_NUMBER_SETTINGS, new GetPhoneNumberSettings(settings)),
        new OperationBinding<>(
            Operations.UPDATE_PHONE_NUMBER_SETTINGS, new UpdatePhoneNumberSettings(settings)));
  }
}
