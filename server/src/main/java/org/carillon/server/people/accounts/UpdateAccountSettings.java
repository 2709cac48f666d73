package org.carillon.server.people.accounts;

import org.carillon.api.model.UpdateAccountSettingsInput;
import org.carillon.api.model.UpdateAccountSettingsOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Changes what the meetings of an account allow. */
final class UpdateAccountSettings
    implements WriteOperation<UpdateAccountSettingsInput, UpdateAccountSettingsOutput> {

  private final AccountStore accounts;

  UpdateAccountSettings(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public UpdateAccountSettingsOutput run(UpdateAccountSettingsInput input, Call call) {
    Account account = accounts.lock(call, input.accountId());
    accounts.save(call, account.with(input.accountSettings(), call.now()));
    return new UpdateAccountSettingsOutput();
  }
}
