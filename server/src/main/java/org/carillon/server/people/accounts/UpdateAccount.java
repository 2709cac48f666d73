package org.carillon.server.people.accounts;

import org.carillon.api.model.UpdateAccountInput;
import org.carillon.api.model.UpdateAccountOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Changes the name of an account or the license its new users get. */
final class UpdateAccount implements WriteOperation<UpdateAccountInput, UpdateAccountOutput> {

  private final AccountStore accounts;

  UpdateAccount(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public UpdateAccountOutput run(UpdateAccountInput input, OperationContext context) {
    Account account = accounts.lock(context, input.accountId());
    Account updated = account.updated(input.name(), input.defaultLicense(), context.now());
    accounts.save(context, updated);
    return new UpdateAccountOutput(updated.view(context.organizationId()));
  }
}
