package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.CreateVoiceConnectorOutput;
import org.carillon.api.model.Tag;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.Quota;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.tags.Tags;

/** Creates a Voice Connector without numbers, with the tags it begins with. */
final class CreateVoiceConnector
    implements WriteOperation<CreateVoiceConnectorInput, CreateVoiceConnectorOutput> {

  private final VoiceConnectorStore connectors;
  private final HolderStore holders;
  private final Keys keys;
  private final SipDomain domain;
  private final Quotas quotas;
  private final Tags tags;

  CreateVoiceConnector(
      VoiceConnectorStore connectors,
      HolderStore holders,
      Keys keys,
      SipDomain domain,
      Quotas quotas,
      Tags tags) {
    this.connectors = connectors;
    this.holders = holders;
    this.keys = keys;
    this.domain = domain;
    this.quotas = quotas;
    this.tags = tags;
  }

  @Override
  public CreateVoiceConnectorOutput run(CreateVoiceConnectorInput input, Call call) {
    call.transaction().alone("voice-connectors/" + call.organizationId());
    quotas.refuseFurther(Quota.VOICE_CONNECTORS, connectors.count(call));
    VoiceConnector connector = VoiceConnector.created(keys.hostLabel(), input, call.now());
    holders.add(call, connector.holder(), call.now());
    connectors.add(call, connector);
    List<Tag> wanted = input.tags();
    if (wanted != null) {
      tags.put(call, connector.arn(call.organizationId()), wanted);
    }
    call.concerns(connector.voiceConnectorId());
    return new CreateVoiceConnectorOutput(connector.view(call.organizationId(), domain));
  }
}
