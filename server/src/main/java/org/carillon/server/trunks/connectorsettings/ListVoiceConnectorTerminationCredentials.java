package org.carillon.server.trunks.connectorsettings;

import org.carillon.api.model.ListVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.model.ListVoiceConnectorTerminationCredentialsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.trunks.connectors.VoiceConnectorStore;

/** Lists the user names with which equipment can sign in at a Voice Connector. */
final class ListVoiceConnectorTerminationCredentials
    implements ReadOperation<
        ListVoiceConnectorTerminationCredentialsInput,
        ListVoiceConnectorTerminationCredentialsOutput> {

  private final VoiceConnectorStore connectors;
  private final TerminationCredentials credentials;

  ListVoiceConnectorTerminationCredentials(
      VoiceConnectorStore connectors, TerminationCredentials credentials) {
    this.connectors = connectors;
    this.credentials = credentials;
  }

  @Override
  public ListVoiceConnectorTerminationCredentialsOutput run(
      ListVoiceConnectorTerminationCredentialsInput input, OperationContext context) {
    String id = connectors.get(context, input.voiceConnectorId()).voiceConnectorId();
    return new ListVoiceConnectorTerminationCredentialsOutput(credentials.usernames(context, id));
  }
}
