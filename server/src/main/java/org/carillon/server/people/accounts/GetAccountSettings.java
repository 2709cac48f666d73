package org.carillon.server.people.accounts;

import org.carillon.api.model.GetAccountSettingsInput;
import org.carillon.api.model.GetAccountSettingsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows what the meetings of an account allow. */
final class GetAccountSettings
    implements ReadOperation<GetAccountSettingsInput, GetAccountSettingsOutput> {

  private final AccountStore accounts;

  GetAccountSettings(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public GetAccountSettingsOutput run(GetAccountSettingsInput input, OperationContext context) {
    return new GetAccountSettingsOutput(accounts.get(context, input.accountId()).settings());
  }
}
