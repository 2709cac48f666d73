package org.carillon.server.people.accounts;

import org.carillon.api.model.UpdateAccountSettingsInput;
import org.carillon.api.model.UpdateAccountSettingsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Changes what the meetings of an account allow. */
final class UpdateAccountSettings
    implements WriteOperation<UpdateAccountSettingsInput, UpdateAccountSettingsOutput> {

  private final AccountStore accounts;

  UpdateAccountSettings(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public UpdateAccountSettingsOutput run(
      UpdateAccountSettingsInput input, OperationContext context) {
    Account account = accounts.lock(context, input.accountId());
    accounts.save(context, account.with(input.accountSettings(), context.now()));
    return new UpdateAccountSettingsOutput();
  }
}
