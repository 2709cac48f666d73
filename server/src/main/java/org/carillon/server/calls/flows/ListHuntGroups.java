package org.carillon.server.calls.flows;

import java.util.List;
import org.carillon.api.model.ListHuntGroupsInput;
import org.carillon.api.model.ListHuntGroupsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;

/** Lists the organization's hunt groups in order of creation, a page at a time. */
final class ListHuntGroups implements ReadOperation<ListHuntGroupsInput, ListHuntGroupsOutput> {

  private final HuntGroupStore groups;
  private final PageTokens tokens;

  ListHuntGroups(HuntGroupStore groups, PageTokens tokens) {
    this.groups = groups;
    this.tokens = tokens;
  }

  @Override
  public ListHuntGroupsOutput run(ListHuntGroupsInput input, OperationContext context) {
    FlowPage page = FlowPage.of(context, tokens, input.maxResults(), input.nextToken());
    return tokens.page(
        context,
        List.of(),
        groups.page(context, page.after(), page.size() + 1),
        page.size(),
        last -> FlowPage.position(last.flow()),
        (found, next) ->
            new ListHuntGroupsOutput(found.stream().map(HuntGroup.Summary::view).toList(), next));
  }
}
