package org.carillon.server.people.users;

import java.security.SecureRandom;
import org.carillon.api.model.CreateUserInput;
import org.carillon.api.model.CreateUserOutput;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.people.accounts.Account;
import org.carillon.server.people.accounts.AccountStore;

/** Creates a registered user in an account, without an invitation. */
final class CreateUser implements WriteOperation<CreateUserInput, CreateUserOutput> {

  private static final long PINS = 10_000_000_000L;

  private final SecureRandom random = new SecureRandom();
  private final AccountStore accounts;
  private final UserStore users;
  private final HolderStore holders;
  private final Ids ids;

  CreateUser(AccountStore accounts, UserStore users, HolderStore holders, Ids ids) {
    this.accounts = accounts;
    this.users = users;
    this.holders = holders;
    this.ids = ids;
  }

  @Override
  public CreateUserOutput run(CreateUserInput input, OperationContext context) {
    Account account = accounts.lock(context, input.accountId());
    String email = input.email();
    if (email != null) {
      UserAddresses.refuseTaken(users, context, email);
    }
    User user = User.created(ids.id(), account, input, pin(), context.now());
    holders.add(context, user.holder(), context.now());
    users.add(context, user);
    context.auditSubject(user.userId());
    return new CreateUserOutput(user.view(null));
  }

  /** Ten digits. */
  private String pin() {
    return "%010d".formatted(random.nextLong(PINS));
  }
}
