package org.carillon.server.people.usernumbers;

import org.carillon.api.model.GetUserCallerIdInput;
import org.carillon.api.model.GetUserCallerIdOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows which number others see when a user calls. */
final class GetUserCallerId implements ReadOperation<GetUserCallerIdInput, GetUserCallerIdOutput> {

  private final UserTelephonyStore telephony;

  GetUserCallerId(UserTelephonyStore telephony) {
    this.telephony = telephony;
  }

  @Override
  public GetUserCallerIdOutput run(GetUserCallerIdInput input, OperationContext context) {
    return new GetUserCallerIdOutput(
        telephony.get(context, input.accountId(), input.userId()).callerId());
  }
}
