package org.carillon.server.changes.offboarding;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.calls.flows.CallFlowsFeature;
import org.carillon.server.calls.lines.LinesFeature;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.people.devices.DevicesFeature;
import org.carillon.server.people.users.UsersFeature;

/** Puts the removal of voice services together: for other features, and its operations. */
public final class VoiceServicesFeature implements Feature {

  private final VoiceServices services;

  /** What those users have of those. */
  @SuppressWarnings("unused") // every feature is given the platform
  public VoiceServicesFeature(
      Platform platform,
      UsersFeature users,
      NumbersFeature numbers,
      DevicesFeature devices,
      CallFlowsFeature callFlows,
      LinesFeature lines) {
    this.services =
        new VoiceServices(
            users.users(),
            numbers,
            devices.devices(),
            callFlows.entries(),
            callFlows.userRemoval(),
            lines.userLines());
  }

  /** The operations on the voice services of users. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.PREVIEW_VOICE_SERVICES_REMOVAL, new PreviewVoiceServicesRemoval(services)),
        new OperationBinding<>(
            Operations.REMOVE_VOICE_SERVICES, new RemoveVoiceServices(services)));
  }
}
