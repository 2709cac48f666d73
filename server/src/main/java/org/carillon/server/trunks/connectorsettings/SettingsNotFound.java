package org.carillon.server.trunks.connectorsettings;

import org.carillon.platform.operations.Refusal;
import org.carillon.server.trunks.connectors.VoiceConnector;

/** Says that settings were never made, as Amazon Chime does, rather than that they are empty. */
final class SettingsNotFound {

  private SettingsNotFound() {}

  /**
   * The refusal.
   *
   * @param settings the settings' name in the API
   */
  static RuntimeException settings(VoiceConnector connector, String settings) {
    return Refusal.notFound(
        connector.holder().describe()
            + " has no "
            + settings
            + "; it was never set, or was deleted");
  }
}
