package org.carillon.server.people.users;

import org.carillon.api.model.GetUserInput;
import org.carillon.api.model.GetUserOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Shows one user, with the personal PIN. */
final class GetUser implements ReadOperation<GetUserInput, GetUserOutput> {

  private final UserStore users;

  GetUser(UserStore users) {
    this.users = users;
  }

  @Override
  public GetUserOutput run(GetUserInput input, OperationContext context) {
    return new GetUserOutput(users.getRow(context, input.accountId(), input.userId()).view());
  }
}
