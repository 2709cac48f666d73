package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.DeleteVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Deletes what says where emergency calls go, if anything does. */
final class DeleteVoiceConnectorEmergencyCallingConfiguration
    implements WriteOperation<DeleteVoiceConnectorEmergencyCallingConfigurationInput, Unit> {

  private final VoiceConnectorStore connectors;
  private final EmergencyStore emergencies;

  DeleteVoiceConnectorEmergencyCallingConfiguration(
      VoiceConnectorStore connectors, EmergencyStore emergencies) {
    this.connectors = connectors;
    this.emergencies = emergencies;
  }

  @Override
  public Unit run(
      DeleteVoiceConnectorEmergencyCallingConfigurationInput input, OperationContext context) {
    String id = connectors.lock(context, input.voiceConnectorId()).voiceConnectorId();
    emergencies.clear(context, id);
    return Unit.INSTANCE;
  }
}
