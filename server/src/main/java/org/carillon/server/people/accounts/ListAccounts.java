package org.carillon.server.people.accounts;

import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.ListAccountsInput;
import org.carillon.api.model.ListAccountsOutput;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;

/** Lists the organization's accounts in order of creation, a page at a time. */
final class ListAccounts implements ReadOperation<ListAccountsInput, ListAccountsOutput> {

  /** As the reference has it. */
  private static final int PAGE = 100;

  private final AccountStore accounts;
  private final PageTokens tokens;

  ListAccounts(AccountStore accounts, PageTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  @Override
  public ListAccountsOutput run(ListAccountsInput input, OperationContext context) {
    List<Object> query = Arrays.asList(input.name(), input.userEmail());
    CreationCursor after =
        tokens.position(
            context, query, input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        context,
        query,
        accounts.page(context, input.name(), input.userEmail(), after, size + 1),
        size,
        last -> new CreationCursor(last.createdAt(), last.accountId()).text(),
        (page, next) ->
            new ListAccountsOutput(
                page.stream().map(account -> account.view(context.organizationId())).toList(),
                next));
  }
}
