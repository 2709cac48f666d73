package org.carillon.server.changes.offboarding;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.api.model.LineDecision;
import org.carillon.api.model.RemoveVoiceServicesInput;
import org.carillon.api.model.RemoveVoiceServicesOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.calls.lines.UserLines;

/** Takes everything from a user that has to do with telephony. */
final class RemoveVoiceServices
    implements WriteOperation<RemoveVoiceServicesInput, RemoveVoiceServicesOutput> {

  private final VoiceServices services;

  RemoveVoiceServices(VoiceServices services) {
    this.services = services;
  }

  @Override
  public RemoveVoiceServicesOutput run(RemoveVoiceServicesInput input, OperationContext context) {
    List<UserLines.Decision> decisions =
        requireNonNullElse(input.lineDecisions(), List.<LineDecision>of()).stream()
            .map(RemoveVoiceServices::decision)
            .toList();
    return new RemoveVoiceServicesOutput(
        services.remove(context, input.accountId(), input.userId(), decisions));
  }

  private static UserLines.Decision decision(LineDecision given) {
    if (Boolean.TRUE.equals(given.dissolve()) == (given.successorUserId() != null)) {
      throw Refusal.badRequest(
          "LineDecisions needs either a SuccessorUserId or Dissolve set to true for line "
              + given.lineId()
              + "; give one of them");
    }
    return new UserLines.Decision(given.lineId(), given.successorUserId());
  }
}
