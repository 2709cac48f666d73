package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.PutVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Adds user names with passwords to a Voice Connector, or changes passwords. */
final class PutVoiceConnectorTerminationCredentials
    implements WriteOperation<PutVoiceConnectorTerminationCredentialsInput, Unit> {

  private final VoiceConnectorStore connectors;
  private final TerminationCredentials credentials;

  PutVoiceConnectorTerminationCredentials(
      VoiceConnectorStore connectors, TerminationCredentials credentials) {
    this.connectors = connectors;
    this.credentials = credentials;
  }

  @Override
  public Unit run(PutVoiceConnectorTerminationCredentialsInput input, Call call) {
    String id = connectors.lock(call, input.voiceConnectorId()).voiceConnectorId();
    credentials.put(call, id, input.credentials());
    return Unit.INSTANCE;
  }
}
