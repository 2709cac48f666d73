package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.DeleteVoiceConnectorOriginationInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.Call;
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
  public Unit run(DeleteVoiceConnectorOriginationInput input, Call call) {
    String id = connectors.lock(call, input.voiceConnectorId()).voiceConnectorId();
    emergencies.refuseConfigured(call, id, "origination");
    originations.clear(call, id);
    return Unit.INSTANCE;
  }
}
