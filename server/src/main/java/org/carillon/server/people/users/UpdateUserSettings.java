package org.carillon.server.people.users;

import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UpdateUserSettingsInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Changes the calling permissions of a user. */
final class UpdateUserSettings implements WriteOperation<UpdateUserSettingsInput, Unit> {

  private final UserStore users;

  UpdateUserSettings(UserStore users) {
    this.users = users;
  }

  @Override
  public Unit run(UpdateUserSettingsInput input, OperationContext context) {
    User user = users.lock(context, input.accountId(), input.userId());
    TelephonySettings wanted = input.userSettings().telephony();
    if (!wanted.equals(user.telephony())) {
      users.saveRequiringSignIn(context, user.with(wanted, context.now()));
    }
    return Unit.INSTANCE;
  }
}
