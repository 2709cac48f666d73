package org.carillon.server.people.users;

import org.carillon.api.model.GetUserSettingsInput;
import org.carillon.api.model.GetUserSettingsOutput;
import org.carillon.api.model.UserSettings;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.ReadOperation;

/** Shows what a user may do with a phone number. */
final class GetUserSettings implements ReadOperation<GetUserSettingsInput, GetUserSettingsOutput> {

  private final UserStore users;

  GetUserSettings(UserStore users) {
    this.users = users;
  }

  @Override
  public GetUserSettingsOutput run(GetUserSettingsInput input, Call call) {
    User user = users.get(call, input.accountId(), input.userId()).user();
    return new GetUserSettingsOutput(new UserSettings(user.telephony()));
  }
}
