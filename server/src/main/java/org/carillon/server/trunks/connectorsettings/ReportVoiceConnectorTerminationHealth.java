package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.ReportVoiceConnectorTerminationHealthInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Notes that the equipment of a Voice Connector has just been heard. */
final class ReportVoiceConnectorTerminationHealth
    implements WriteOperation<ReportVoiceConnectorTerminationHealthInput, Unit> {

  private final VoiceConnectorStore connectors;
  private final HealthStore health;

  ReportVoiceConnectorTerminationHealth(VoiceConnectorStore connectors, HealthStore health) {
    this.connectors = connectors;
    this.health = health;
  }

  @Override
  public Unit run(ReportVoiceConnectorTerminationHealthInput input, OperationContext context) {
    String id = connectors.lock(context, input.voiceConnectorId()).voiceConnectorId();
    if (IpAddress.of(input.source()).filter(IpAddress::isOfOneHost).isEmpty()) {
      throw Refusal.badRequest("Source " + input.source() + " is not the IP address of a host");
    }
    health.put(context, id, input.source());
    return Unit.INSTANCE;
  }
}
