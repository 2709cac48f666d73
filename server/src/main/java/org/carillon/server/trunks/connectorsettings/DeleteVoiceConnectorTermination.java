package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.DeleteVoiceConnectorTerminationInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Deletes the termination settings of a Voice Connector, if there are any. */
final class DeleteVoiceConnectorTermination
    implements WriteOperation<DeleteVoiceConnectorTerminationInput, Unit> {

  private final VoiceConnectorStore connectors;
  private final TerminationStore terminations;
  private final EmergencyStore emergencies;

  DeleteVoiceConnectorTermination(
      VoiceConnectorStore connectors, TerminationStore terminations, EmergencyStore emergencies) {
    this.connectors = connectors;
    this.terminations = terminations;
    this.emergencies = emergencies;
  }

  @Override
  public Unit run(DeleteVoiceConnectorTerminationInput input, OperationContext context) {
    String id = connectors.lock(context, input.voiceConnectorId()).voiceConnectorId();
    emergencies.refuseConfigured(context, id, "termination");
    terminations.clear(context, id);
    return Unit.INSTANCE;
  }
}
