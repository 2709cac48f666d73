package org.carillon.server.people.settings;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.Bound;

/** Puts the settings of organizations together: their operations. */
public final class SettingsFeature {

  private final SettingsStore settings = new SettingsStore();

  /** The operations on the settings of an organization. */
  public List<Bound<?, ?>> operations() {
    return List.of(
        new Bound<>(Operations.GET_GLOBAL_SETTINGS, new GetGlobalSettings(settings)),
        new Bound<>(Operations.UPDATE_GLOBAL_SETTINGS, new UpdateGlobalSettings(settings)),
        new Bound<>(Operations.GET_PHONE_NUMBER_SETTINGS, new GetPhoneNumberSettings(settings)),
        new Bound<>(
            Operations.UPDATE_PHONE_NUMBER_SETTINGS, new UpdatePhoneNumberSettings(settings)));
  }
}
