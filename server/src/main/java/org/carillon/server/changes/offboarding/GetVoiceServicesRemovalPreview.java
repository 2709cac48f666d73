package org.carillon.server.changes.offboarding;

import org.carillon.api.model.GetVoiceServicesRemovalPreviewInput;
import org.carillon.api.model.GetVoiceServicesRemovalPreviewOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.SnapshotOperation;

/** Tells what the removal of a user's voice services would take away. */
final class GetVoiceServicesRemovalPreview
    implements SnapshotOperation<
        GetVoiceServicesRemovalPreviewInput, GetVoiceServicesRemovalPreviewOutput> {

  private final VoiceServices services;

  GetVoiceServicesRemovalPreview(VoiceServices services) {
    this.services = services;
  }

  @Override
  public GetVoiceServicesRemovalPreviewOutput run(
      GetVoiceServicesRemovalPreviewInput input, Call call) {
    return new GetVoiceServicesRemovalPreviewOutput(
        services.preview(call, input.accountId(), input.userId()));
  }
}
