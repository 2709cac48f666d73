package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.NetworkType;
import org.carillon.api.model.PutVoiceConnectorOriginationInput;
import org.carillon.api.model.PutVoiceConnectorOriginationOutput;
import org.carillon.platform.operations.Call;
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
      PutVoiceConnectorOriginationInput input, Call call) {
    VoiceConnector connector = connectors.lock(call, input.voiceConnectorId());
    TrunkOrigination origination =
        TrunkOrigination.of(
            input.origination(),
            connector.encryptionRequired(),
            connector.network() == NetworkType.DUAL_STACK);
    if (!origination.carriesCalls()) {
      emergencies.refuseConfigured(call, connector.voiceConnectorId(), "origination");
    }
    originations.put(call, connector.voiceConnectorId(), origination);
    return new PutVoiceConnectorOriginationOutput(origination.view());
  }
}
