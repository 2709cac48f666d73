package org.carillon.server.people.accounts;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Bound;
import org.carillon.platform.operations.PageTokens;

/** Puts the accounts together: what other features use of them, and their operations. */
public final class AccountsFeature {

  private final AccountStore accounts = new AccountStore();
  private final Keys keys;
  private final PageTokens tokens;

  /** Accounts that take their ids from there. */
  public AccountsFeature(Keys keys, PageTokens tokens) {
    this.keys = keys;
    this.tokens = tokens;
  }

  /** The accounts, for features whose things belong to one. */
  public AccountStore accounts() {
    return accounts;
  }

  /** The operations on accounts. */
  public List<Bound<?, ?>> operations() {
    return List.of(
        new Bound<>(Operations.CREATE_ACCOUNT, new CreateAccount(accounts, keys)),
        new Bound<>(Operations.GET_ACCOUNT, new GetAccount(accounts)),
        new Bound<>(Operations.LIST_ACCOUNTS, new ListAccounts(accounts, tokens)),
        new Bound<>(Operations.UPDATE_ACCOUNT, new UpdateAccount(accounts)),
        new Bound<>(Operations.GET_ACCOUNT_SETTINGS, new GetAccountSettings(accounts)),
        new Bound<>(Operations.UPDATE_ACCOUNT_SETTINGS, new UpdateAccountSettings(accounts)));
  }
}
