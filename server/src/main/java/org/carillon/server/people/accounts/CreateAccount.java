package org.carillon.server.people.accounts;

import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.CreateAccountOutput;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Creates a Team account, active at once and without users. */
final class CreateAccount implements WriteOperation<CreateAccountInput, CreateAccountOutput> {

  private final AccountStore accounts;
  private final Ids ids;

  CreateAccount(AccountStore accounts, Ids ids) {
    this.accounts = accounts;
    this.ids = ids;
  }

  @Override
  public CreateAccountOutput run(CreateAccountInput input, OperationContext context) {
    Account account = Account.team(ids.id(), input.name(), context.now());
    accounts.add(context, account);
    context.auditSubject(account.accountId());
    return new CreateAccountOutput(account.view(context.organizationId()));
  }
}
