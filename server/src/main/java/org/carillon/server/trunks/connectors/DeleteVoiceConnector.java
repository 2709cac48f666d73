package org.carillon.server.trunks.connectors;

import java.util.List;
import org.carillon.api.model.DeleteVoiceConnectorInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.tags.Tags;

/** Deletes a Voice Connector that holds no number and is in no group. */
final class DeleteVoiceConnector implements WriteOperation<DeleteVoiceConnectorInput, Unit> {

  /** The most groups that a refusal names. */
  private static final int NAMED = 5;

  private final VoiceConnectorStore connectors;
  private final GroupStore groups;
  private final HolderStore holders;
  private final Tags tags;
  private final List<VoiceConnectorDeletion> others;

  DeleteVoiceConnector(
      VoiceConnectorStore connectors,
      GroupStore groups,
      HolderStore holders,
      Tags tags,
      List<VoiceConnectorDeletion> others) {
    this.connectors = connectors;
    this.groups = groups;
    this.holders = holders;
    this.tags = tags;
    this.others = others;
  }

  @Override
  public Unit run(DeleteVoiceConnectorInput input, OperationContext context) {
    // Assigning a number or adding it to a group locks the connector too, so no number or item is
    // missed.
    VoiceConnector connector = connectors.lock(context, input.voiceConnectorId());
    DeletionRules.refuseNumbers(context, holders, connector.holder());
    refuseItem(context, connector);
    tags.removeAll(context, connector.arn(context.organizationId()));
    others.forEach(each -> each.deleted(context, connector.voiceConnectorId()));
    connectors.delete(context, connector, context.now());
    holders.end(context, connector.voiceConnectorId(), context.now());
    return Unit.INSTANCE;
  }

  private void refuseItem(OperationContext context, VoiceConnector connector) {
    int count = groups.countWith(context, connector.voiceConnectorId(), DeletionRules.MOST_COUNTED);
    if (count > 0) {
      List<String> names = groups.namesWith(context, connector.voiceConnectorId(), NAMED);
      throw Refusal.conflict(
          ErrorCode.VOICE_CONNECTOR_GROUP_ASSOCIATIONS_EXIST,
          connector.holder().describe()
              + " is still an item of "
              + DeletionRules.counted(count, "Voice Connector group")
              + ": "
              + String.join(", ", names)
              + (count > names.size() ? " and others" : "")
              + "; remove it from there first");
    }
  }
}
