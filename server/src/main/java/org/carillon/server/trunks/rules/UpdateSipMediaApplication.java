package org.carillon.server.trunks.rules;

import org.carillon.api.model.UpdateSipMediaApplicationInput;
import org.carillon.api.model.UpdateSipMediaApplicationOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Gives a SIP media application another name or function. */
final class UpdateSipMediaApplication
    implements WriteOperation<UpdateSipMediaApplicationInput, UpdateSipMediaApplicationOutput> {

  private final SipMediaApplicationStore applications;

  UpdateSipMediaApplication(SipMediaApplicationStore applications) {
    this.applications = applications;
  }

  @Override
  public UpdateSipMediaApplicationOutput run(UpdateSipMediaApplicationInput input, Call call) {
    SipMediaApplication application =
        applications
            .lock(call, input.sipMediaApplicationId())
            .updated(input.name(), input.endpoints(), call.now());
    applications.save(call, application);
    return new UpdateSipMediaApplicationOutput(application.view(call.organizationId()));
  }
}
