package org.carillon.server.people.accounts;

import org.carillon.api.model.GetAccountInput;
import org.carillon.api.model.GetAccountOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows one account. */
final class GetAccount implements ReadOperation<GetAccountInput, GetAccountOutput> {

  private final AccountStore accounts;

  GetAccount(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public GetAccountOutput run(GetAccountInput input, OperationContext context) {
    return new GetAccountOutput(
        accounts.get(context, input.accountId()).view(context.organizationId()));
  }
}
