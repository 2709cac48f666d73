package org.carillon.server.people.usernumbers;

import org.carillon.api.model.GetUserTelephonyInput;
import org.carillon.api.model.GetUserTelephonyOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows how a user stands with phone numbers. */
final class GetUserTelephony
    implements ReadOperation<GetUserTelephonyInput, GetUserTelephonyOutput> {

  private final UserTelephonyStore telephony;

  GetUserTelephony(UserTelephonyStore telephony) {
    this.telephony = telephony;
  }

  @Override
  public GetUserTelephonyOutput run(GetUserTelephonyInput input, OperationContext context) {
    return new GetUserTelephonyOutput(
        telephony.get(context, input.accountId(), input.userId()).view());
  }
}
