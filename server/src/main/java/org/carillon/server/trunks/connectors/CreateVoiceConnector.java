package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.CreateVoiceConnectorOutput;
import org.carillon.api.model.Tag;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.tags.Tags;

/** Creates a Voice Connector without numbers, with the tags it begins with. */
final class CreateVoiceConnector
    implements WriteOperation<CreateVoiceConnectorInput, CreateVoiceConnectorOutput> {

  private final VoiceConnectorStore connectors;
  private final HolderStore holders;
  private final Ids ids;
  private final SipDomain domain;
  private final Limit limit;
  private final Tags tags;

  CreateVoiceConnector(
      VoiceConnectorStore connectors,
      HolderStore holders,
      Ids ids,
      SipDomain domain,
      Limit limit,
      Tags tags) {
    this.connectors = connectors;
    this.holders = holders;
    this.ids = ids;
    this.domain = domain;
    this.limit = limit;
    this.tags = tags;
  }

  @Override
  public CreateVoiceConnectorOutput run(CreateVoiceConnectorInput input, OperationContext context) {
    context.transaction().serialize(ResourceLock.VOICE_CONNECTORS, context.organizationId());
    limit.refuseBeyond(context, Limit.ORGANIZATION, 1, most -> connectors.count(context, most));
    VoiceConnector connector = VoiceConnector.created(ids.hostLabel(), input, context.now());
    holders.add(context, connector.holder(), context.now());
    connectors.add(context, connector);
    List<Tag> wanted = input.tags();
    if (wanted != null) {
      tags.put(context, connector.arn(context.organizationId()), wanted);
    }
    context.auditSubject(connector.voiceConnectorId());
    return new CreateVoiceConnectorOutput(connector.view(context.organizationId(), domain));
  }
}
