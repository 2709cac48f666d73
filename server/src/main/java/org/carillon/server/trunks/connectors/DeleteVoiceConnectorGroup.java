package org.carillon.server.trunks.connectors;

import org.carillon.api.model.DeleteVoiceConnectorGroupInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.HolderStore;

/** Deletes a group that holds no number and has no items. */
final class DeleteVoiceConnectorGroup
    implements WriteOperation<DeleteVoiceConnectorGroupInput, Unit> {

  private final GroupStore groups;
  private final HolderStore holders;

  DeleteVoiceConnectorGroup(GroupStore groups, HolderStore holders) {
    this.groups = groups;
    this.holders = holders;
  }

  @Override
  public Unit run(DeleteVoiceConnectorGroupInput input, OperationContext context) {
    VoiceConnectorGroup group = groups.lock(context, input.voiceConnectorGroupId());
    DeletionRules.refuseNumbers(context, holders, group.holder());
    if (!group.items().isEmpty()) {
      throw Refusal.conflict(
          ErrorCode.VOICE_CONNECTOR_GROUP_ASSOCIATIONS_EXIST,
          group.holder().describe()
              + " still has "
              + DeletionRules.counted(group.items().size(), "item")
              + "; update it with an empty list of items first");
    }
    groups.delete(context, group, context.now());
    holders.end(context, group.voiceConnectorGroupId(), context.now());
    return Unit.INSTANCE;
  }
}
