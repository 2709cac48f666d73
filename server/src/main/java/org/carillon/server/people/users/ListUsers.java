package org.carillon.server.people.users;

import org.carillon.api.model.ListUsersInput;
import org.carillon.api.model.ListUsersOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.server.people.accounts.Account;
import org.carillon.server.people.accounts.AccountStore;

/** Lists the users of an account in order of creation, a page at a time. */
final class ListUsers implements ReadOperation<ListUsersInput, ListUsersOutput> {

  private final AccountStore accounts;
  private final UserStore users;
  private final Pages pages;

  ListUsers(AccountStore accounts, UserStore users, Pages pages) {
    this.accounts = accounts;
    this.users = users;
    this.pages = pages;
  }

  @Override
  public ListUsersOutput run(ListUsersInput input, OperationContext context) {
    Account account = accounts.get(context, input.accountId());
    Page<UserRow> page =
        pages
            .of(context, Operations.LIST_USERS, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) ->
                    users.page(
                        context,
                        account.accountId(),
                        input.userEmail(),
                        input.userType(),
                        after,
                        limit),
                last -> new CreationCursor(last.user().createdAt(), last.user().userId()));
    return new ListUsersOutput(
        page.map(each -> each.view().toBuilder().personalPIN(null).build()), page.nextToken());
  }
}
