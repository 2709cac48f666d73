package org.carillon.server.trunks.connectorsettings;

import static java.util.function.Predicate.not;

import java.util.List;
import org.carillon.api.model.PutVoiceConnectorEmergencyCallingConfigurationInput;
import org.carillon.api.model.PutVoiceConnectorEmergencyCallingConfigurationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Sets where emergency calls through a Voice Connector go. */
final class PutVoiceConnectorEmergencyCallingConfiguration
    implements WriteOperation<
        PutVoiceConnectorEmergencyCallingConfigurationInput,
        PutVoiceConnectorEmergencyCallingConfigurationOutput> {

  private final VoiceConnectorStore connectors;
  private final TerminationStore terminations;
  private final OriginationStore originations;
  private final EmergencyStore emergencies;

  PutVoiceConnectorEmergencyCallingConfiguration(
      VoiceConnectorStore connectors,
      TerminationStore terminations,
      OriginationStore originations,
      EmergencyStore emergencies) {
    this.connectors = connectors;
    this.terminations = terminations;
    this.originations = originations;
    this.emergencies = emergencies;
  }

  @Override
  public PutVoiceConnectorEmergencyCallingConfigurationOutput run(
      PutVoiceConnectorEmergencyCallingConfigurationInput input, OperationContext context) {
    VoiceConnector connector = connectors.lock(context, input.voiceConnectorId());
    String id = connector.voiceConnectorId();
    List<EmergencyRoute> routes = EmergencyRoute.of(input.emergencyCallingConfiguration());
    boolean callsOut =
        terminations.find(context, id).filter(not(TrunkTermination::disabled)).isPresent();
    boolean callsIn =
        originations.find(context, id).filter(TrunkOrigination::carriesCalls).isPresent();
    if (!callsOut || !callsIn) {
      throw Refusal.badRequest(
          "emergency calling needs termination, and origination with a route, that are not"
              + " disabled; the "
              + (callsOut ? "origination" : "termination")
              + " of "
              + connector.holder().describe()
              + (callsOut ? " is disabled, has no route" : " is disabled")
              + " or was never set; set it first");
    }
    emergencies.put(context, id, routes);
    return new PutVoiceConnectorEmergencyCallingConfigurationOutput(EmergencyRoute.view(routes));
  }
}
