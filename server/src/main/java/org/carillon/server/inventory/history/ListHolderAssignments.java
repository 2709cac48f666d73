package org.carillon.server.inventory.history;

import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.ListHolderAssignmentsInput;
import org.carillon.api.model.ListHolderAssignmentsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.operations.Refusal;

/** Shows which numbers a holder had and when, newest first, a page at a time. */
final class ListHolderAssignments
    implements ReadOperation<ListHolderAssignmentsInput, ListHolderAssignmentsOutput> {

  private final HistoryStore histories;
  private final PageTokens tokens;

  ListHolderAssignments(HistoryStore histories, PageTokens tokens) {
    this.histories = histories;
    this.tokens = tokens;
  }

  @Override
  public ListHolderAssignmentsOutput run(
      ListHolderAssignmentsInput input, OperationContext context) {
    Period period = Period.of(input.at(), input.from(), input.to(), context.now());
    List<Object> query = Arrays.asList(input.holderId(), input.at(), input.from(), input.to());
    Place place = tokens.position(context, query, input.nextToken(), Place.NEWEST, Place::of);
    HistoryPage page =
        histories.ofHolder(
            context, input.holderId(), period, place, HistoryPage.size(input.maxResults()));
    if (page.entries().isEmpty() && !histories.knowsHolder(context, input.holderId())) {
      throw Refusal.notFound("this organization has never had a holder " + input.holderId());
    }
    return new ListHolderAssignmentsOutput(
        page.views(), page.next() == null ? null : tokens.next(context, query, page.next().text()));
  }
}
