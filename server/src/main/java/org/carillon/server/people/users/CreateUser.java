package org.carillon.server.people.users;

import java.security.SecureRandom;
import org.carillon.api.model.CreateUserInput;
import org.carillon.api.model.CreateUserOutput;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
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
  private final Keys keys;

  CreateUser(AccountStore accounts, UserStore users, HolderStore holders, Keys keys) {
    this.accounts = accounts;
    this.users = users;
    this.holders = holders;
    this.keys = keys;
  }

  @Override
  public CreateUserOutput run(CreateUserInput input, Call call) {
    Account account = accounts.lock(call, input.accountId());
    String email = input.email();
    if (email != null) {
      users.refuseTaken(call, email);
    }
    User user = User.created(keys.id(), account, input, pin(), call.now());
    holders.add(call, user.holder(), call.now());
    users.add(call, user);
    call.concerns(user.userId());
    return new CreateUserOutput(user.view(null));
  }

  /** Ten digits. */
  private String pin() {
    return "%010d".formatted(random.nextLong(PINS));
  }
}
