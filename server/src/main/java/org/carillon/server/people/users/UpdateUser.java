package org.carillon.server.people.users;

import org.carillon.api.model.License;
import org.carillon.api.model.UpdateUserInput;
import org.carillon.api.model.UpdateUserOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.people.accounts.AccountStore;

/** Changes the license, the type or the metadata of a user. */
final class UpdateUser implements WriteOperation<UpdateUserInput, UpdateUserOutput> {

  private final AccountStore accounts;
  private final UserStore users;

  UpdateUser(AccountStore accounts, UserStore users) {
    this.accounts = accounts;
    this.users = users;
  }

  @Override
  public UpdateUserOutput run(UpdateUserInput input, OperationContext context) {
    User user = users.lock(context, input.accountId(), input.userId());
    License license = input.licenseType();
    if (license != null) {
      accounts.get(context, user.accountId()).refuseUnsupported(license);
    }
    users.save(
        context,
        user.updated(license, input.userType(), input.alexaForBusinessMetadata(), context.now()));
    return new UpdateUserOutput(users.getRow(context, user.accountId(), user.userId()).view());
  }
}
