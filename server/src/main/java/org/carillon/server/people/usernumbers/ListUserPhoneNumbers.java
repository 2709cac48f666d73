package org.carillon.server.people.usernumbers;

import org.carillon.api.model.ListUserPhoneNumbersInput;
import org.carillon.api.model.ListUserPhoneNumbersOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.numbers.UserAssignments;
import org.carillon.server.inventory.numbers.UserHolding;

/** Lists the numbers that a user has, longest held first, a page at a time. */
final class ListUserPhoneNumbers
    implements ReadOperation<ListUserPhoneNumbersInput, ListUserPhoneNumbersOutput> {

  private final UserTelephonyStore telephony;
  private final UserAssignments assignments;
  private final Pages pages;

  ListUserPhoneNumbers(UserTelephonyStore telephony, UserAssignments assignments, Pages pages) {
    this.telephony = telephony;
    this.assignments = assignments;
    this.pages = pages;
  }

  @Override
  public ListUserPhoneNumbersOutput run(ListUserPhoneNumbersInput input, OperationContext context) {
    UserTelephony user = telephony.get(context, input.accountId(), input.userId());
    Page<UserHolding> page =
        pages
            .of(context, Operations.LIST_USER_PHONE_NUMBERS, input)
            .read(
                TimeCursor.OLDEST_FIRST,
                (after, limit) -> assignments.page(context, user.userId(), after, limit),
                last -> new TimeCursor(last.heldSince(), last.numberId().value()));
    return new ListUserPhoneNumbersOutput(
        page.map(each -> each.view(user.shows(each.numberId()))), page.nextToken());
  }
}
