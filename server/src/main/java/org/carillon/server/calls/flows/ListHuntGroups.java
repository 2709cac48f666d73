package org.carillon.server.calls.flows;

import org.carillon.api.model.ListHuntGroupsInput;
import org.carillon.api.model.ListHuntGroupsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;

/** Lists the organization's hunt groups in order of creation, a page at a time. */
final class ListHuntGroups implements ReadOperation<ListHuntGroupsInput, ListHuntGroupsOutput> {

  private final HuntGroupStore groups;
  private final Pages pages;

  ListHuntGroups(HuntGroupStore groups, Pages pages) {
    this.groups = groups;
    this.pages = pages;
  }

  @Override
  public ListHuntGroupsOutput run(ListHuntGroupsInput input, OperationContext context) {
    Page<HuntGroup.Summary> page =
        pages
            .of(context, Operations.LIST_HUNT_GROUPS, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) -> groups.page(context, after, limit),
                last -> last.flow().cursor());
    return new ListHuntGroupsOutput(page.map(HuntGroup.Summary::view), page.nextToken());
  }
}
