package org.carillon.server.trunks.connectors;

import org.carillon.api.model.UpdateVoiceConnectorInput;
import org.carillon.api.model.UpdateVoiceConnectorOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.HolderStore;

/** Renames a Voice Connector and sets whether it requires encryption. */
final class UpdateVoiceConnector
    implements WriteOperation<UpdateVoiceConnectorInput, UpdateVoiceConnectorOutput> {

  private final VoiceConnectorStore connectors;
  private final HolderStore holders;
  private final SipDomain domain;

  UpdateVoiceConnector(VoiceConnectorStore connectors, HolderStore holders, SipDomain domain) {
    this.connectors = connectors;
    this.holders = holders;
    this.domain = domain;
  }

  @Override
  public UpdateVoiceConnectorOutput run(UpdateVoiceConnectorInput input, OperationContext context) {
    VoiceConnector before = connectors.lock(context, input.voiceConnectorId());
    VoiceConnector connector =
        before.updated(input.name(), input.requireEncryption(), context.now());
    connectors.save(context, connector);
    if (!connector.name().equals(before.name())) {
      holders.rename(context, connector.voiceConnectorId(), connector.name());
    }
    return new UpdateVoiceConnectorOutput(connector.view(context.organizationId(), domain));
  }
}
