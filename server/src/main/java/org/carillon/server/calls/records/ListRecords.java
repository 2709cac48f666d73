package org.carillon.server.calls.records;

import org.carillon.api.model.ListRecordsInput;
import org.carillon.api.model.ListRecordsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.TimeCursor;

/** Lists all records of the organization for its administrators, the latest first. */
final class ListRecords implements ReadOperation<ListRecordsInput, ListRecordsOutput> {

  private final RecordLists lists;
  private final Pages pages;

  ListRecords(RecordLists lists, Pages pages) {
    this.lists = lists;
    this.pages = pages;
  }

  @Override
  public ListRecordsOutput run(ListRecordsInput input, OperationContext context) {
    Filter filter = Filter.of(input.recordFilters());
    Page<Communication> page =
        pages
            .of(context, Operations.LIST_RECORDS, input)
            .read(
                TimeCursor.NEWEST_FIRST,
                (before, size) -> lists.ofAll(context, filter, before, size));
    return new ListRecordsOutput(page.map(Communication::view), page.nextToken());
  }
}
