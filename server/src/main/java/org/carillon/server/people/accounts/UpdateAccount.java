package org.carillon.server.people.accounts;

import org.carillon.api.model.UpdateAccountInput;
import org.carillon.api.model.UpdateAccountOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;

/** Changes the name of an account or the license its new users get. */
final class UpdateAccount implements WriteOperation<UpdateAccountInput, UpdateAccountOutput> {

  private final AccountStore accounts;

  UpdateAccount(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public UpdateAccountOutput run(UpdateAccountInput input, Call call) {
    Account account = accounts.lock(call, input.accountId());
    Account updated = account.updated(input.name(), input.defaultLicense(), call.now());
    accounts.save(call, updated);
    return new UpdateAccountOutput(updated.view(call.organizationId()));
  }
}
