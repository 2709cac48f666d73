package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.CreateVoiceConnectorGroupOutput;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.Quota;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.HolderStore;

/** Creates a group of Voice Connectors, up to the organization's quota. */
final class CreateVoiceConnectorGroup
    implements WriteOperation<CreateVoiceConnectorGroupInput, CreateVoiceConnectorGroupOutput> {

  private final GroupStore groups;
  private final GroupItems groupItems;
  private final HolderStore holders;
  private final Keys keys;
  private final Quotas quotas;

  CreateVoiceConnectorGroup(
      GroupStore groups, GroupItems groupItems, HolderStore holders, Keys keys, Quotas quotas) {
    this.groups = groups;
    this.groupItems = groupItems;
    this.holders = holders;
    this.keys = keys;
    this.quotas = quotas;
  }

  @Override
  public CreateVoiceConnectorGroupOutput run(CreateVoiceConnectorGroupInput input, Call call) {
    call.transaction().alone("voice-connector-groups/" + call.organizationId());
    quotas.refuseFurther(Quota.VOICE_CONNECTOR_GROUPS, groups.count(call));
    List<VoiceConnectorItem> items = requireNonNullElse(input.voiceConnectorItems(), List.of());
    // The API has no NotFound for this operation.
    groupItems.lock(call, items, Refusal::limitExceeded, Refusal::badRequest);
    VoiceConnectorGroup group =
        new VoiceConnectorGroup(keys.id(), input.name(), items, call.now(), call.now());
    holders.add(call, group.holder(), call.now());
    groups.add(call, group);
    call.concerns(group.voiceConnectorGroupId());
    return new CreateVoiceConnectorGroupOutput(group.view(call.organizationId()));
  }
}
