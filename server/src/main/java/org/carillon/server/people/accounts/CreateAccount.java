package org.carillon.server.people.accounts;

import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.CreateAccountOutput;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Creates a Team account, active at once and without users. */
final class CreateAccount implements WriteOperation<CreateAccountInput, CreateAccountOutput> {

  private final AccountStore accounts;
  private final Keys keys;

  CreateAccount(AccountStore accounts, Keys keys) {
    this.accounts = accounts;
    this.keys = keys;
  }

  @Override
  public CreateAccountOutput run(CreateAccountInput input, Call call) {
    Account account = Account.team(keys.id(), input.name(), call.now());
    accounts.add(call, account);
    call.concerns(account.accountId());
    return new CreateAccountOutput(account.view(call.organizationId()));
  }
}
