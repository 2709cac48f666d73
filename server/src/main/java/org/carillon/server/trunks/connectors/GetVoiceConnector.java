package org.carillon.server.trunks.connectors;

import org.carillon.api.model.GetVoiceConnectorInput;
import org.carillon.api.model.GetVoiceConnectorOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows a Voice Connector. */
final class GetVoiceConnector
    implements ReadOperation<GetVoiceConnectorInput, GetVoiceConnectorOutput> {

  private final VoiceConnectorStore connectors;
  private final SipDomain domain;

  GetVoiceConnector(VoiceConnectorStore connectors, SipDomain domain) {
    this.connectors = connectors;
    this.domain = domain;
  }

  @Override
  public GetVoiceConnectorOutput run(GetVoiceConnectorInput input, OperationContext context) {
    VoiceConnector connector = connectors.get(context, input.voiceConnectorId());
    return new GetVoiceConnectorOutput(connector.view(context.organizationId(), domain));
  }
}
