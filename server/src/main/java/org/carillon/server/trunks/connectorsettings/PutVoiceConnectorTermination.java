package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.NetworkType;
import org.carillon.api.model.PutVoiceConnectorTerminationInput;
import org.carillon.api.model.PutVoiceConnectorTerminationOutput;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/**
 * Sets the addresses from which equipment may call through a Voice Connector, and the countries
 * that it may call.
 */
final class PutVoiceConnectorTermination
    implements WriteOperation<
        PutVoiceConnectorTerminationInput, PutVoiceConnectorTerminationOutput> {

  private final VoiceConnectorStore connectors;
  private final TerminationStore terminations;
  private final EmergencyStore emergencies;
  private final DefaultNumber defaultNumber;
  private final Limit callsPerSecond;

  PutVoiceConnectorTermination(
      VoiceConnectorStore connectors,
      TerminationStore terminations,
      EmergencyStore emergencies,
      DefaultNumber defaultNumber,
      Limit callsPerSecond) {
    this.connectors = connectors;
    this.terminations = terminations;
    this.emergencies = emergencies;
    this.defaultNumber = defaultNumber;
    this.callsPerSecond = callsPerSecond;
  }

  @Override
  public PutVoiceConnectorTerminationOutput run(
      PutVoiceConnectorTerminationInput input, OperationContext context) {
    VoiceConnector connector = connectors.lock(context, input.voiceConnectorId());
    TrunkTermination termination =
        TrunkTermination.of(input.termination(), connector.network() == NetworkType.DUAL_STACK);
    callsPerSecond.refuseBeyond(
        context, "CpsLimit: the Voice Connector", termination.callsPerSecond(), most -> 0);
    defaultNumber.verify(context, connector, termination.defaultNumber());
    if (termination.disabled()) {
      emergencies.refuseConfigured(context, connector.voiceConnectorId(), "termination");
    }
    terminations.put(context, connector.voiceConnectorId(), termination);
    return new PutVoiceConnectorTerminationOutput(termination.view());
  }
}
