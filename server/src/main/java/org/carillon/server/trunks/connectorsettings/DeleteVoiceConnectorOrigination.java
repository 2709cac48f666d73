package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.DeleteVoiceConnectorOriginationInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Deletes the origination settings of a Voice Connector, if there are any. */
final class DeleteVoiceConnectorOrigination
    implements WriteOperation<DeleteVoiceConnectorOriginationInput, Unit> {

  private final VoiceConnectorStore connectors;
  private final OriginationStore originations;
  private final EmergencyStore emergencies;

  DeleteVoiceConnectorOrigination(
      VoiceConnectorStore connectors, OriginationStore originations, EmergencyStore emergencies) {
    this.connectors = connectors;
    this.originations = originations;
    this.emergencies = emergencies;
  }

  @Override
  public Unit run(DeleteVoiceConnectorOriginationInput input, OperationContext context) {
    String id = connectors.lock(context, input.voiceConnectorId()).voiceConnectorId();
    emergencies.refuseConfigured(context, id, "origination");
    originations.clear(context, id);
    return Unit.INSTANCE;
  }
}
