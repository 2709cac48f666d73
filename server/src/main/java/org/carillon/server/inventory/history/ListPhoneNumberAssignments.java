package org.carillon.server.inventory.history;

import org.carillon.api.model.ListPhoneNumberAssignmentsInput;
import org.carillon.api.model.ListPhoneNumberAssignmentsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.pool.E164;

/** Shows who held a number and when, newest first, a page at a time. */
final class ListPhoneNumberAssignments
    implements ReadOperation<ListPhoneNumberAssignmentsInput, ListPhoneNumberAssignmentsOutput> {

  private final HistoryStore histories;
  private final Pages pages;

  ListPhoneNumberAssignments(HistoryStore histories, Pages pages) {
    this.histories = histories;
    this.pages = pages;
  }

  @Override
  public ListPhoneNumberAssignmentsOutput run(
      ListPhoneNumberAssignmentsInput input, OperationContext context) {
    E164 e164 = E164.ofPath(input.phoneNumberId());
    Period period = Period.of(input.inPeriod(), context.now());
    Page<HistoryRow> page =
        pages
            .of(context, Operations.LIST_PHONE_NUMBER_ASSIGNMENTS, input)
            .read(
                TimeCursor.NEWEST_FIRST,
                (before, size) -> histories.ofNumber(context, e164, period, before, size));
    if (page.rows().isEmpty() && !histories.knowsNumber(context, e164)) {
      throw Refusal.notFound("this organization has never had the phone number " + e164);
    }
    return new ListPhoneNumberAssignmentsOutput(page.map(HistoryRow::view), page.nextToken());
  }
}
