package org.carillon.server.people.users;

import org.carillon.api.model.GetUserSettingsInput;
import org.carillon.api.model.GetUserSettingsOutput;
import org.carillon.api.model.UserSettings;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows the calling permissions of a user. */
final class GetUserSettings implements ReadOperation<GetUserSettingsInput, GetUserSettingsOutput> {

  private final UserStore users;

  GetUserSettings(UserStore users) {
    this.users = users;
  }

  @Override
  public GetUserSettingsOutput run(GetUserSettingsInput input, OperationContext context) {
    User user = users.getRow(context, input.accountId(), input.userId()).user();
    return new GetUserSettingsOutput(new UserSettings(user.telephony()));
  }
}
