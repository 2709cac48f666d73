package org.carillon.server.calls.records;

import org.carillon.api.model.ListRecordsInput;
import org.carillon.api.model.ListRecordsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Lists all records of the organization for its administrators, the latest first. */
final class ListRecords implements ReadOperation<ListRecordsInput, ListRecordsOutput> {

  /** What fits a screen. */
  static final int PAGE = 50;

  private final RecordLists lists;

  ListRecords(RecordLists lists) {
    this.lists = lists;
  }

  @Override
  public ListRecordsOutput run(ListRecordsInput input, OperationContext context) {
    return lists.ofAll(
        context,
        Filter.of(
            Category.matching(input.kind(), input.direction(), input.outcome()),
            input.e164PhoneNumber(),
            input.involvedUserId(),
            input.startedFrom(),
            input.startedBefore()),
        input.nextToken(),
        input.maxResults() == null ? PAGE : input.maxResults(),
        (page, next) -> new ListRecordsOutput(RecordLists.views(page), next));
  }
}
