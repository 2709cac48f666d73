package org.carillon.server.trunks.connectorsettings;

import java.util.List;
import org.carillon.api.model.GetVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.model.GetVoiceConnectorEmergencyCallingConfigurationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Tells where emergency calls through a Voice Connector go. */
final class GetVoiceConnectorEmergencyCallingConfiguration
    implements ReadOperation<
        GetVoiceConnectorEmergencyCallingConfigurationInput,
        GetVoiceConnectorEmergencyCallingConfigurationOutput> {

  private final VoiceConnectorStore connectors;
  private final EmergencyStore emergencies;

  GetVoiceConnectorEmergencyCallingConfiguration(
      VoiceConnectorStore connectors, EmergencyStore emergencies) {
    this.connectors = connectors;
    this.emergencies = emergencies;
  }

  @Override
  public GetVoiceConnectorEmergencyCallingConfigurationOutput run(
      GetVoiceConnectorEmergencyCallingConfigurationInput input, OperationContext context) {
    VoiceConnector connector = connectors.get(context, input.voiceConnectorId());
    List<EmergencyRoute> routes = emergencies.list(context, connector.voiceConnectorId());
    if (routes.isEmpty()) {
      throw SettingsNotFound.settings(connector, "emergency calling configuration");
    }
    return new GetVoiceConnectorEmergencyCallingConfigurationOutput(EmergencyRoute.view(routes));
  }
}
