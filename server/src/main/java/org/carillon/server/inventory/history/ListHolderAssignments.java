package org.carillon.server.inventory.history;

import org.carillon.api.model.ListHolderAssignmentsInput;
import org.carillon.api.model.ListHolderAssignmentsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.TimeCursor;

/** Shows which numbers a holder had and when, newest first, a page at a time. */
final class ListHolderAssignments
    implements ReadOperation<ListHolderAssignmentsInput, ListHolderAssignmentsOutput> {

  private final HistoryStore histories;
  private final Pages pages;

  ListHolderAssignments(HistoryStore histories, Pages pages) {
    this.histories = histories;
    this.pages = pages;
  }

  @Override
  public ListHolderAssignmentsOutput run(
      ListHolderAssignmentsInput input, OperationContext context) {
    Period period = Period.of(input.inPeriod(), context.now());
    Page<HistoryRow> page =
        pages
            .of(context, Operations.LIST_HOLDER_ASSIGNMENTS, input)
            .read(
                TimeCursor.NEWEST_FIRST,
                (before, size) ->
                    histories.ofHolder(context, input.holderId(), period, before, size));
    if (page.rows().isEmpty() && !histories.knowsHolder(context, input.holderId())) {
      throw Refusal.notFound("this organization has never had a holder " + input.holderId());
    }
    return new ListHolderAssignmentsOutput(page.map(HistoryRow::view), page.nextToken());
  }
}
