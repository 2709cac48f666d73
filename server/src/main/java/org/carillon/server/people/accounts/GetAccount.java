package org.carillon.server.people.accounts;

import org.carillon.api.model.GetAccountInput;
import org.carillon.api.model.GetAccountOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.ReadOperation;

/** Shows one account. */
final class GetAccount implements ReadOperation<GetAccountInput, GetAccountOutput> {

  private final AccountStore accounts;

  GetAccount(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public GetAccountOutput run(GetAccountInput input, Call call) {
    return new GetAccountOutput(accounts.get(call, input.accountId()).view(call.organizationId()));
  }
}
