package org.carillon.server.calls.flows;

import java.util.List;
import org.carillon.api.model.ListAutoAttendantsInput;
import org.carillon.api.model.ListAutoAttendantsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;

/** Lists the organization's auto attendants in order of creation, a page at a time. */
final class ListAutoAttendants
    implements ReadOperation<ListAutoAttendantsInput, ListAutoAttendantsOutput> {

  private final FlowStore flows;
  private final PageTokens tokens;

  ListAutoAttendants(FlowStore flows, PageTokens tokens) {
    this.flows = flows;
    this.tokens = tokens;
  }

  @Override
  public ListAutoAttendantsOutput run(ListAutoAttendantsInput input, OperationContext context) {
    FlowPage page = FlowPage.of(context, tokens, input.maxResults(), input.nextToken());
    return tokens.page(
        context,
        List.of(),
        flows.page(context, FlowId.Kind.AUTO_ATTENDANT, page.after(), page.size() + 1),
        page.size(),
        FlowPage::position,
        (found, next) ->
            new ListAutoAttendantsOutput(
                found.stream().map(AutoAttendant::summary).toList(), next));
  }
}
