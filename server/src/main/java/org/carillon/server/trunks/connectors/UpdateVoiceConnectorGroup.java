package org.carillon.server.trunks.connectors;

import org.carillon.api.model.UpdateVoiceConnectorGroupInput;
import org.carillon.api.model.UpdateVoiceConnectorGroupOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.HolderStore;

/** Renames a group of Voice Connectors and replaces its items. */
final class UpdateVoiceConnectorGroup
    implements WriteOperation<UpdateVoiceConnectorGroupInput, UpdateVoiceConnectorGroupOutput> {

  private final GroupStore groups;
  private final GroupItems groupItems;
  private final HolderStore holders;

  UpdateVoiceConnectorGroup(GroupStore groups, GroupItems groupItems, HolderStore holders) {
    this.groups = groups;
    this.groupItems = groupItems;
    this.holders = holders;
  }

  @Override
  public UpdateVoiceConnectorGroupOutput run(
      UpdateVoiceConnectorGroupInput input, OperationContext context) {
    VoiceConnectorGroup before = groups.lock(context, input.voiceConnectorGroupId());
    groupItems.lock(context, input.voiceConnectorItems());
    VoiceConnectorGroup group =
        before.updated(input.name(), input.voiceConnectorItems(), context.now());
    groups.save(context, group);
    if (!group.name().equals(before.name())) {
      holders.rename(context, group.voiceConnectorGroupId(), group.name());
    }
    return new UpdateVoiceConnectorGroupOutput(group.view(context.organizationId()));
  }
}
