package org.carillon.server.changes.offboarding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.carillon.api.model.LineDecision;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PreviewVoiceServicesRemovalInput;
import org.carillon.api.model.RemoveVoiceServicesInput;
import org.carillon.api.model.VoiceServicesRemoval;
import org.carillon.server.testing.Tenant;

/** A user whose voice services are to be removed. */
record Leaver(Tenant organization, String accountId, String userId) {

  /** What the removal would do. */
  VoiceServicesRemoval preview() {
    return requireNonNull(
        organization
            .call(
                Operations.PREVIEW_VOICE_SERVICES_REMOVAL,
                new PreviewVoiceServicesRemovalInput(accountId, userId))
            .voiceServicesRemoval());
  }

  /** What it did. */
  VoiceServicesRemoval remove(LineDecision... decisions) {
    return requireNonNull(
        organization
            .call(
                Operations.REMOVE_VOICE_SERVICES,
                new RemoveVoiceServicesInput(accountId, userId, List.of(decisions)))
            .voiceServicesRemoval());
  }
}
