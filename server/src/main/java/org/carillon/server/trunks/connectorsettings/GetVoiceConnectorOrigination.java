package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.GetVoiceConnectorOriginationInput;
import org.carillon.api.model.GetVoiceConnectorOriginationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.trunks.connectors.VoiceConnector;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Tells where calls to the numbers of a Voice Connector go. */
final class GetVoiceConnectorOrigination
    implements ReadOperation<
        GetVoiceConnectorOriginationInput, GetVoiceConnectorOriginationOutput> {

  private final VoiceConnectorStore connectors;
  private final OriginationStore originations;

  GetVoiceConnectorOrigination(VoiceConnectorStore connectors, OriginationStore originations) {
    this.connectors = connectors;
    this.originations = originations;
  }

  @Override
  public GetVoiceConnectorOriginationOutput run(
      GetVoiceConnectorOriginationInput input, OperationContext context) {
    VoiceConnector connector = connectors.get(context, input.voiceConnectorId());
    return new GetVoiceConnectorOriginationOutput(
        originations
            .find(context, connector.voiceConnectorId())
            .orElseThrow(() -> SettingsNotFound.settings(connector, "origination"))
            .view());
  }
}
