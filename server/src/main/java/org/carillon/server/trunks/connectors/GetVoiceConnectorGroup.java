package org.carillon.server.trunks.connectors;

import org.carillon.api.model.GetVoiceConnectorGroupInput;
import org.carillon.api.model.GetVoiceConnectorGroupOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows a group of Voice Connectors with its items. */
final class GetVoiceConnectorGroup
    implements ReadOperation<GetVoiceConnectorGroupInput, GetVoiceConnectorGroupOutput> {

  private final GroupStore groups;

  GetVoiceConnectorGroup(GroupStore groups) {
    this.groups = groups;
  }

  @Override
  public GetVoiceConnectorGroupOutput run(
      GetVoiceConnectorGroupInput input, OperationContext context) {
    VoiceConnectorGroup group = groups.get(context, input.voiceConnectorGroupId());
    return new GetVoiceConnectorGroupOutput(group.view(context.organizationId()));
  }
}
