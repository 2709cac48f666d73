package org.carillon.server.voiceconnectors;

import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.CreateVoiceConnectorOutput;
import org.carillon.server.numbers.HolderStore;
import org.carillon.server.platform.db.Keys;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.Refusal;
import org.carillon.server.platform.operations.WriteOperation;

/** Creates a Voice Connector without numbers, up to the organization's quota. */
final class CreateVoiceConnector
    implements WriteOperation<CreateVoiceConnectorInput, CreateVoiceConnectorOutput> {

  private final VoiceConnectorStore connectors;
  private final HolderStore holders;
  private final Keys keys;
  private final SipSettings settings;

  CreateVoiceConnector(
      VoiceConnectorStore connectors, HolderStore holders, Keys keys, SipSettings settings) {
    this.connectors = connectors;
    this.holders = holders;
    this.keys = keys;
    this.settings = settings;
  }

  @Override
  public CreateVoiceConnectorOutput run(CreateVoiceConnectorInput input, Call call) {
    call.transaction().alone("voice-connectors/" + call.organizationId());
    int quota = settings.quotas().voiceConnectors();
    if (connectors.count(call) >= quota) {
      throw Refusal.limitExceeded(
          Quotas.usedUp("Voice Connectors", quota, Quotas.VOICE_CONNECTORS));
    }
    VoiceConnector connector = VoiceConnector.created(keys.hostLabel(), input, call.now());
    holders.add(call, connector.holder(), call.now());
    connectors.add(call, connector);
    call.concerns(connector.voiceConnectorId());
    return new CreateVoiceConnectorOutput(connector.view(call.organizationId(), settings.domain()));
  }
}
