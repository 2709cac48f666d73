package org.carillon.server.changes.offboarding;

import org.carillon.api.model.GetVoiceServicesRemovalPreviewInput;
import org.carillon.api.model.GetVoiceServicesRemovalPreviewOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SnapshotOperation;

/** Lists the services that the removal of a user's voice services would remove. */
final class GetVoiceServicesRemovalPreview
    implements SnapshotOperation<
        GetVoiceServicesRemovalPreviewInput, GetVoiceServicesRemovalPreviewOutput> {

  private final VoiceServices services;

  GetVoiceServicesRemovalPreview(VoiceServices services) {
    this.services = services;
  }

  @Override
  public GetVoiceServicesRemovalPreviewOutput run(
      GetVoiceServicesRemovalPreviewInput input, OperationContext context) {
    return new GetVoiceServicesRemovalPreviewOutput(
        services.preview(context, input.accountId(), input.userId()));
  }
}
