package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.DeleteVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Deletes user names of a Voice Connector with their passwords. */
final class DeleteVoiceConnectorTerminationCredentials
    implements WriteOperation<DeleteVoiceConnectorTerminationCredentialsInput, Unit> {

  private final VoiceConnectorStore connectors;
  private final TerminationCredentials credentials;

  DeleteVoiceConnectorTerminationCredentials(
      VoiceConnectorStore connectors, TerminationCredentials credentials) {
    this.connectors = connectors;
    this.credentials = credentials;
  }

  @Override
  public Unit run(DeleteVoiceConnectorTerminationCredentialsInput input, OperationContext context) {
    String id = connectors.lock(context, input.voiceConnectorId()).voiceConnectorId();
    credentials.remove(context, id, input.usernames());
    return Unit.INSTANCE;
  }
}
