package org.carillon.server.calls.records;

import java.util.List;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.ListVisibleRecordsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SnapshotOperation;
import org.carillon.server.people.users.UserStore;

/** Lists the records that a user may see, the latest first. */
final class ListVisibleRecords
    implements SnapshotOperation<ListVisibleRecordsInput, ListVisibleRecordsOutput> {

  private final UserStore users;
  private final VisibleRecords visible;
  private final RecordLists lists;

  ListVisibleRecords(UserStore users, VisibleRecords visible, RecordLists lists) {
    this.users = users;
    this.visible = visible;
    this.lists = lists;
  }

  @Override
  public ListVisibleRecordsOutput run(ListVisibleRecordsInput input, OperationContext context) {
    String userId = users.holder(context, input.accountId(), input.userId()).holderId();
    Filter filter =
        Filter.of(
            Category.matching(input.kind(), input.direction(), input.outcome()),
            input.e164PhoneNumber(),
            input.involvedUserId(),
            input.startedFrom(),
            input.startedBefore());
    return lists.of(
        context,
        filter,
        List.of(userId, filter.query()),
        input.nextToken(),
        input.maxResults() == null ? ListRecords.PAGE : input.maxResults(),
        (before, size) -> visible.page(context, userId, filter, before, size),
        (page, next) -> new ListVisibleRecordsOutput(RecordLists.views(page), next));
  }
}
