package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.CreateVoiceConnectorGroupOutput;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Quota;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.HolderStore;

/** Creates a group of Voice Connectors, up to the organization's quota. */
final class CreateVoiceConnectorGroup
    implements WriteOperation<CreateVoiceConnectorGroupInput, CreateVoiceConnectorGroupOutput> {

  private final GroupStore groups;
  private final GroupItems groupItems;
  private final HolderStore holders;
  private final Ids ids;
  private final Quotas quotas;

  CreateVoiceConnectorGroup(
      GroupStore groups, GroupItems groupItems, HolderStore holders, Ids ids, Quotas quotas) {
    this.groups = groups;
    this.groupItems = groupItems;
    this.holders = holders;
    this.ids = ids;
    this.quotas = quotas;
  }

  @Override
  public CreateVoiceConnectorGroupOutput run(
      CreateVoiceConnectorGroupInput input, OperationContext context) {
    context.transaction().serialize(ResourceLock.VOICE_CONNECTOR_GROUPS, context.organizationId());
    quotas.refuseFurther(Quota.VOICE_CONNECTOR_GROUPS, groups.count(context));
    List<VoiceConnectorItem> items = requireNonNullElse(input.voiceConnectorItems(), List.of());
    // The API has no NotFound for this operation.
    groupItems.lock(context, items, Refusal::limitExceeded, Refusal::badRequest);
    VoiceConnectorGroup group =
        new VoiceConnectorGroup(ids.id(), input.name(), items, context.now(), context.now());
    holders.add(context, group.holder(), context.now());
    groups.add(context, group);
    context.auditSubject(group.voiceConnectorGroupId());
    return new CreateVoiceConnectorGroupOutput(group.view(context.organizationId()));
  }
}
