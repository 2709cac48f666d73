package org.carillon.server.voiceservices;

import org.carillon.api.model.GetVoiceServicesRemovalPreviewInput;
import org.carillon.api.model.GetVoiceServicesRemovalPreviewOutput;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.SnapshotOperation;

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
