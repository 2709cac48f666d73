package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.GetVoiceConnectorTerminationHealthInput;
import org.carillon.api.model.GetVoiceConnectorTerminationHealthOutput;
import org.carillon.api.model.TerminationHealth;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Tells when and from where the equipment of a Voice Connector was last heard. */
final class GetVoiceConnectorTerminationHealth
    implements ReadOperation<
        GetVoiceConnectorTerminationHealthInput, GetVoiceConnectorTerminationHealthOutput> {

  private final VoiceConnectorStore connectors;
  private final HealthStore health;

  GetVoiceConnectorTerminationHealth(VoiceConnectorStore connectors, HealthStore health) {
    this.connectors = connectors;
    this.health = health;
  }

  @Override
  public GetVoiceConnectorTerminationHealthOutput run(
      GetVoiceConnectorTerminationHealthInput input, OperationContext context) {
    String id = connectors.get(context, input.voiceConnectorId()).voiceConnectorId();
    // An error would look as if the connector were gone, and no object at all breaks clients that
    // read the timestamp without looking.
    return new GetVoiceConnectorTerminationHealthOutput(
        health.find(context, id).orElseGet(() -> new TerminationHealth(null, null)));
  }
}
