package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.PutVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
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
  public Unit run(PutVoiceConnectorTerminationCredentialsInput input, OperationContext context) {
    String id = connectors.lock(context, input.voiceConnectorId()).voiceConnectorId();
    credentials.put(context, id, input.credentials());
    return Unit.INSTANCE;
  }
}
