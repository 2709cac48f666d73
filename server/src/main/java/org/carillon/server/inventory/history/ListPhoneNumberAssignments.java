package org.carillon.server.inventory.history;

import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.ListPhoneNumberAssignmentsInput;
import org.carillon.api.model.ListPhoneNumberAssignmentsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.E164;

/** Shows who held a number and when, newest first, a page at a time. */
final class ListPhoneNumberAssignments
    implements ReadOperation<ListPhoneNumberAssignmentsInput, ListPhoneNumberAssignmentsOutput> {

  private final HistoryStore histories;
  private final PageTokens tokens;

  ListPhoneNumberAssignments(HistoryStore histories, PageTokens tokens) {
    this.histories = histories;
    this.tokens = tokens;
  }

  @Override
  public ListPhoneNumberAssignmentsOutput run(
      ListPhoneNumberAssignmentsInput input, OperationContext context) {
    String e164 = E164.ofId(input.phoneNumberId());
    Period period = Period.of(input.at(), input.from(), input.to(), context.now());
    List<Object> query = Arrays.asList(e164, input.at(), input.from(), input.to());
    Place place = tokens.position(context, query, input.nextToken(), Place.NEWEST, Place::of);
    HistoryPage page =
        histories.ofNumber(context, e164, period, place, HistoryPage.size(input.maxResults()));
    if (page.entries().isEmpty() && !histories.knowsNumber(context, e164)) {
      throw Refusal.notFound("this organization has never had the phone number " + e164);
    }
    return new ListPhoneNumberAssignmentsOutput(
        page.views(), page.next() == null ? null : tokens.next(context, query, page.next().text()));
  }
}
