package org.carillon.server.people.usernumbers;

import java.util.List;
import org.carillon.api.model.ListUserPhoneNumbersInput;
import org.carillon.api.model.ListUserPhoneNumbersOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.server.inventory.numbers.UserAssignments;
import org.carillon.server.inventory.numbers.UserHolding;

/** Lists the numbers that a user has, longest held first, a page at a time. */
final class ListUserPhoneNumbers
    implements ReadOperation<ListUserPhoneNumbersInput, ListUserPhoneNumbersOutput> {

  private static final int PAGE = 100;

  private final UserTelephonyStore telephony;
  private final UserAssignments assignments;
  private final PageTokens tokens;

  ListUserPhoneNumbers(
      UserTelephonyStore telephony, UserAssignments assignments, PageTokens tokens) {
    this.telephony = telephony;
    this.assignments = assignments;
    this.tokens = tokens;
  }

  @Override
  public ListUserPhoneNumbersOutput run(ListUserPhoneNumbersInput input, OperationContext context) {
    UserTelephony user = telephony.get(context, input.accountId(), input.userId());
    List<Object> query = List.of(input.accountId(), input.userId());
    UserHolding.Place after =
        tokens.position(
            context, query, input.nextToken(), UserHolding.Place.START, UserHolding.Place::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    return tokens.page(
        context,
        query,
        assignments.page(context, user.userId(), after, size + 1),
        size,
        UserHolding::place,
        (page, next) ->
            new ListUserPhoneNumbersOutput(
                page.stream().map(each -> each.view(user.shows(each.numberId()))).toList(),
                user.view(),
                next));
  }
}
