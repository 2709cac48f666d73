package org.carillon.server.trunks.rules;

import org.carillon.api.model.GetSipMediaApplicationInput;
import org.carillon.api.model.GetSipMediaApplicationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows a SIP media application. */
final class GetSipMediaApplication
    implements ReadOperation<GetSipMediaApplicationInput, GetSipMediaApplicationOutput> {

  private final SipMediaApplicationStore applications;

  GetSipMediaApplication(SipMediaApplicationStore applications) {
    this.applications = applications;
  }

  @Override
  public GetSipMediaApplicationOutput run(
      GetSipMediaApplicationInput input, OperationContext context) {
    return new GetSipMediaApplicationOutput(
        applications.get(context, input.sipMediaApplicationId()).view(context.organizationId()));
  }
}
