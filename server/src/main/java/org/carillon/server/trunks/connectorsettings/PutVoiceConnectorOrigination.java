package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.NetworkType;
import org.carillon.api.model.PutVoiceConnectorOriginationInput;
import org.carillon.api.model.PutVoiceConnectorOriginationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Sets where calls to the numbers of a Voice Connector go. */
final class PutVoiceConnectorOrigination
    implements WriteOperation<
        PutVoiceConnectorOriginationInput, PutVoiceConnectorOriginationOutput> {

  private final VoiceConnectorStore connectors;
  private final OriginationStore originations;
  private final EmergencyStore emergencies;

  PutVoiceConnectorOrigination(
      VoiceConnectorStore connectors, OriginationStore originations, EmergencyStore emergencies) {
    this.connectors = connectors;
    this.originations = originations;
    this.emergencies = emergencies;
  }

  @Override
  public PutVoiceConnectorOriginationOutput run(
      PutVoiceConnectorOriginationInput input, OperationContext context) {
    VoiceConnector connector = connectors.lock(context, input.voiceConnectorId());
    TrunkOrigination origination =
        TrunkOrigination.of(
            input.origination(),
            connector.encryptionRequired(),
            connector.network() == NetworkType.DUAL_STACK);
    if (!origination.carriesCalls()) {
      emergencies.refuseConfigured(context, connector.voiceConnectorId(), "origination");
    }
    originations.put(context, connector.voiceConnectorId(), origination);
    return new PutVoiceConnectorOriginationOutput(origination.view());
  }
}
