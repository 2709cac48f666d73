package org.carillon.server.changes.offboarding;

import org.carillon.api.model.PreviewVoiceServicesRemovalInput;
import org.carillon.api.model.PreviewVoiceServicesRemovalOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SnapshotOperation;

/** Lists the services that the removal of a user's voice services would remove. */
final class PreviewVoiceServicesRemoval
    implements SnapshotOperation<
        PreviewVoiceServicesRemovalInput, PreviewVoiceServicesRemovalOutput> {

  private final VoiceServices services;

  PreviewVoiceServicesRemoval(VoiceServices services) {
    this.services = services;
  }

  @Override
  public PreviewVoiceServicesRemovalOutput run(
      PreviewVoiceServicesRemovalInput input, OperationContext context) {
    return new PreviewVoiceServicesRemovalOutput(
        services.preview(context, input.accountId(), input.userId()));
  }
}
