package org.carillon.server.voiceservices;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.server.callflows.CallFlowsFeature;
import org.carillon.server.devices.DevicesFeature;
import org.carillon.server.lines.LinesFeature;
import org.carillon.server.numbers.NumbersFeature;
import org.carillon.server.platform.operations.Bound;
import org.carillon.server.users.UsersFeature;

/** Puts the removal of voice services together: for other features, and its operations. */
public final class VoiceServicesFeature {

  private final VoiceServices services;

  /** What those users have of those. */
  public VoiceServicesFeature(
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
            callFlows.references(),
            callFlows.userRemoval(),
            lines.userLines());
  }

  /** What takes everything from users who are suspended or whose account is deleted. */
  public VoiceServices services() {
    return services;
  }

  /** The operations on the voice services of users. */
  public List<Bound<?, ?>> operations() {
    return List.of(
        new Bound<>(
            Operations.GET_VOICE_SERVICES_REMOVAL_PREVIEW,
            new GetVoiceServicesRemovalPreview(services)),
        new Bound<>(Operations.REMOVE_VOICE_SERVICES, new RemoveVoiceServices(services)));
  }
}
