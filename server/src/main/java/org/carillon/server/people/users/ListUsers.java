package org.carillon.server.people.users;

import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.ListUsersInput;
import org.carillon.api.model.ListUsersOutput;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.people.accounts.Account;
import org.carillon.server.people.accounts.AccountStore;

/** Lists the users of an account in order of creation, a page at a time. */
final class ListUsers implements ReadOperation<ListUsersInput, ListUsersOutput> {

  /** As the reference has it. */
  private static final int PAGE = 100;

  private final AccountStore accounts;
  private final UserStore users;
  private final PageTokens tokens;

  ListUsers(AccountStore accounts, UserStore users, PageTokens tokens) {
    this.accounts = accounts;
    this.users = users;
    this.tokens = tokens;
  }

  @Override
  public ListUsersOutput run(ListUsersInput input, OperationContext context) {
    Account account = accounts.get(context, input.accountId());
    List<Object> query = Arrays.asList(input.accountId(), input.userEmail(), input.userType());
    CreationCursor after =
        tokens.position(
            context, query, input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        context,
        query,
        users.page(
            context, account.accountId(), input.userEmail(), input.userType(), after, size + 1),
        size,
        last -> new CreationCursor(last.user().createdAt(), last.user().userId()).text(),
        (page, next) ->
            new ListUsersOutput(
                page.stream()
                    .map(each -> each.view().toBuilder().personalPIN(null).build())
                    .toList(),
                next));
  }
}
