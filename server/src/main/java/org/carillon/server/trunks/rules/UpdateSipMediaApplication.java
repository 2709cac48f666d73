package org.carillon.server.trunks.rules;

import org.carillon.api.model.UpdateSipMediaApplicationInput;
import org.carillon.api.model.UpdateSipMediaApplicationOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Gives a SIP media application another name or function. */
final class UpdateSipMediaApplication
    implements WriteOperation<UpdateSipMediaApplicationInput, UpdateSipMediaApplicationOutput> {

  private final SipMediaApplicationStore applications;

  UpdateSipMediaApplication(SipMediaApplicationStore applications) {
    this.applications = applications;
  }

  @Override
  public UpdateSipMediaApplicationOutput run(
      UpdateSipMediaApplicationInput input, OperationContext context) {
    SipMediaApplication application =
        applications
            .lock(context, input.sipMediaApplicationId())
            .updated(input.name(), input.endpoints(), context.now());
    applications.save(context, application);
    return new UpdateSipMediaApplicationOutput(application.view(context.organizationId()));
  }
}
