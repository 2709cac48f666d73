package org.carillon.server.people.users;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.people.accounts.AccountStore;
import org.carillon.server.people.accounts.AccountsFeature;

/** Users of accounts: their operations, and the parts that other features use. */
public final class UsersFeature implements Feature {

  private final UserStore users = new UserStore();
  private final AccountStore accounts;
  private final HolderStore holders;
  private final UserNumbers userNumbers;
  private final Ids ids;
  private final Pages pages;

  /** Users of those accounts, who can be given those numbers. */
  public UsersFeature(Platform platform, AccountsFeature accounts, NumbersFeature numbers) {
    this.accounts = accounts.accounts();
    this.holders = numbers.holders();
    this.userNumbers = new UserNumbers(users, numbers);
    this.ids = platform.ids();
    this.pages = platform.pages();
  }

  /** The users, for what finds them by e-mail address. */
  public UserStore users() {
    return users;
  }

  /** Returns the assignments of numbers to users. */
  public UserNumbers userNumbers() {
    return userNumbers;
  }

  /** The operations on users. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_USER, new CreateUser(accounts, users, holders, ids)),
        new OperationBinding<>(Operations.GET_USER, new GetUser(users)),
        new OperationBinding<>(Operations.LIST_USERS, new ListUsers(accounts, users, pages)),
        new OperationBinding<>(Operations.UPDATE_USER, new UpdateUser(accounts, users)),
        new OperationBinding<>(Operations.GET_USER_SETTINGS, new GetUserSettings(users)),
        new OperationBinding<>(Operations.UPDATE_USER_SETTINGS, new UpdateUserSettings(users)),
        new OperationBinding<>(
            Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
            new AssociatePhoneNumberWithUser(userNumbers)),
        new OperationBinding<>(
            Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER,
            new DisassociatePhoneNumberFromUser(userNumbers)));
  }
}
