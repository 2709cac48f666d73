package org.carillon.server.people.accounts;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;

/** Puts the accounts together: what other features use of them, and their operations. */
public final class AccountsFeature implements Feature {

  private final AccountStore accounts = new AccountStore();
  private final Ids ids;
  private final Pages pages;

  /** The accounts of all organizations. */
  public AccountsFeature(Platform platform) {
    this.ids = platform.ids();
    this.pages = platform.pages();
  }

  /** The accounts, for features whose resources belong to one. */
  public AccountStore accounts() {
    return accounts;
  }

  /** The operations on accounts. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(Operations.CREATE_ACCOUNT, new CreateAccount(accounts, ids)),
        new OperationBinding<>(Operations.GET_ACCOUNT, new GetAccount(accounts)),
        new OperationBinding<>(Operations.LIST_ACCOUNTS, new ListAccounts(accounts, pages)),
        new OperationBinding<>(Operations.UPDATE_ACCOUNT, new UpdateAccount(accounts)),
        new OperationBinding<>(Operations.GET_ACCOUNT_SETTINGS, new GetAccountSettings(accounts)),
        new OperationBinding<>(
            Operations.UPDATE_ACCOUNT_SETTINGS, new UpdateAccountSettings(accounts)));
  }
}
