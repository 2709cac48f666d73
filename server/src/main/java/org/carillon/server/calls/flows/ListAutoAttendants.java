package org.carillon.server.calls.flows;

import org.carillon.api.model.ListAutoAttendantsInput;
import org.carillon.api.model.ListAutoAttendantsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.server.calls.entries.FlowId;

/** Lists the organization's auto attendants in order of creation, a page at a time. */
final class ListAutoAttendants
    implements ReadOperation<ListAutoAttendantsInput, ListAutoAttendantsOutput> {

  private final FlowStore flows;
  private final Pages pages;

  ListAutoAttendants(FlowStore flows, Pages pages) {
    this.flows = flows;
    this.pages = pages;
  }

  @Override
  public ListAutoAttendantsOutput run(ListAutoAttendantsInput input, OperationContext context) {
    Page<Flow> page =
        pages
            .of(context, Operations.LIST_AUTO_ATTENDANTS, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) -> flows.page(context, FlowId.Kind.AUTO_ATTENDANT, after, limit),
                Flow::cursor);
    return new ListAutoAttendantsOutput(page.map(AutoAttendant::summary), page.nextToken());
  }
}
