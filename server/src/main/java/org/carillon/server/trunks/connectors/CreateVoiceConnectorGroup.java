package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.CreateVoiceConnectorGroupOutput;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.HolderStore;

/** Creates a group of Voice Connectors, up to the organization's limit. */
final class CreateVoiceConnectorGroup
    implements WriteOperation<CreateVoiceConnectorGroupInput, CreateVoiceConnectorGroupOutput> {

  private final GroupStore groups;
  private final GroupItems groupItems;
  private final HolderStore holders;
  private final Ids ids;
  private final Limit limit;

  CreateVoiceConnectorGroup(
      GroupStore groups, GroupItems groupItems, HolderStore holders, Ids ids, Limit limit) {
    this.groups = groups;
    this.groupItems = groupItems;
    this.holders = holders;
    this.ids = ids;
    this.limit = limit;
  }

  @Override
  public CreateVoiceConnectorGroupOutput run(
      CreateVoiceConnectorGroupInput input, OperationContext context) {
    context.transaction().serialize(ResourceLock.VOICE_CONNECTOR_GROUPS, context.organizationId());
    limit.refuseBeyond(context, Limit.ORGANIZATION, 1, most -> groups.count(context, most));
    List<VoiceConnectorItem> items = requireNonNullElse(input.voiceConnectorItems(), List.of());
    groupItems.lock(context, items);
    VoiceConnectorGroup group =
        new VoiceConnectorGroup(ids.id(), input.name(), items, context.now(), context.now());
    holders.add(context, group.holder(), context.now());
    groups.add(context, group);
    context.auditSubject(group.voiceConnectorGroupId());
    return new CreateVoiceConnectorGroupOutput(group.view(context.organizationId()));
  }
}
