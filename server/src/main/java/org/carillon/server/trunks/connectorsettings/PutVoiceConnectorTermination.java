package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.NetworkType;
import org.carillon.api.model.PutVoiceConnectorTerminationInput;
import org.carillon.api.model.PutVoiceConnectorTerminationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Quota;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Sets from where and where to equipment may call through a Voice Connector. */
final class PutVoiceConnectorTermination
    implements WriteOperation<
        PutVoiceConnectorTerminationInput, PutVoiceConnectorTerminationOutput> {

  private final VoiceConnectorStore connectors;
  private final TerminationStore terminations;
  private final EmergencyStore emergencies;
  private final DefaultNumber defaultNumber;
  private final Quotas quotas;

  PutVoiceConnectorTermination(
      VoiceConnectorStore connectors,
      TerminationStore terminations,
      EmergencyStore emergencies,
      DefaultNumber defaultNumber,
      Quotas quotas) {
    this.connectors = connectors;
    this.terminations = terminations;
    this.emergencies = emergencies;
    this.defaultNumber = defaultNumber;
    this.quotas = quotas;
  }

  @Override
  public PutVoiceConnectorTerminationOutput run(
      PutVoiceConnectorTerminationInput input, OperationContext context) {
    VoiceConnector connector = connectors.lock(context, input.voiceConnectorId());
    TrunkTermination termination =
        TrunkTermination.of(
            input.termination(),
            quotas.of(Quota.CALLS_PER_SECOND),
            connector.network() == NetworkType.DUAL_STACK);
    defaultNumber.verify(context, connector, termination.defaultNumber());
    if (termination.disabled()) {
      emergencies.refuseConfigured(context, connector.voiceConnectorId(), "termination");
    }
    terminations.put(context, connector.voiceConnectorId(), termination);
    return new PutVoiceConnectorTerminationOutput(termination.view());
  }
}
