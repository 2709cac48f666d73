package org.carillon.server.calls.records;

import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.ListVisibleRecordsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SnapshotOperation;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.people.users.UserStore;

/** Lists the records that a user may see, the latest first. */
final class ListVisibleRecords
    implements SnapshotOperation<ListVisibleRecordsInput, ListVisibleRecordsOutput> {

  private final UserStore users;
  private final VisibleRecords visible;
  private final Pages pages;

  ListVisibleRecords(UserStore users, VisibleRecords visible, Pages pages) {
    this.users = users;
    this.visible = visible;
    this.pages = pages;
  }

  @Override
  public ListVisibleRecordsOutput run(ListVisibleRecordsInput input, OperationContext context) {
    String userId = users.getHolder(context, input.accountId(), input.userId()).holderId();
    Filter filter = Filter.of(input.recordFilters());
    Page<Communication> page =
        pages
            .of(context, Operations.LIST_VISIBLE_RECORDS, input)
            .read(
                TimeCursor.NEWEST_FIRST,
                (before, size) -> visible.page(context, userId, filter, before, size));
    return new ListVisibleRecordsOutput(page.map(Communication::view), page.nextToken());
  }
}
