package org.carillon.server.people.accounts;

import org.carillon.api.model.ListAccountsInput;
import org.carillon.api.model.ListAccountsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;

/** Lists the organization's accounts in order of creation, a page at a time. */
final class ListAccounts implements ReadOperation<ListAccountsInput, ListAccountsOutput> {

  private final AccountStore accounts;
  private final Pages pages;

  ListAccounts(AccountStore accounts, Pages pages) {
    this.accounts = accounts;
    this.pages = pages;
  }

  @Override
  public ListAccountsOutput run(ListAccountsInput input, OperationContext context) {
    Page<Account> page =
        pages
            .of(context, Operations.LIST_ACCOUNTS, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) ->
                    accounts.page(context, input.name(), input.userEmail(), after, limit),
                last -> new CreationCursor(last.createdAt(), last.accountId()));
    return new ListAccountsOutput(
        page.map(account -> account.view(context.organizationId())), page.nextToken());
  }
}
