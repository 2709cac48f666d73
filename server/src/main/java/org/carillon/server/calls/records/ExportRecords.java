package org.carillon.server.calls.records;

import org.carillon.api.model.ExportRecordsInput;
import org.carillon.api.model.ExportRecordsOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.PageRequest;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.TimeCursor;

/** Answers records as comma-separated values, a page at a time. */
final class ExportRecords implements ReadOperation<ExportRecordsInput, ExportRecordsOutput> {

  private static final String FILE = "attachment; filename=\"records.csv\"";

  private final RecordLists lists;
  private final Pages pages;

  ExportRecords(RecordLists lists, Pages pages) {
    this.lists = lists;
    this.pages = pages;
  }

  @Override
  public ExportRecordsOutput run(ExportRecordsInput input, OperationContext context) {
    Filter filter = Filter.of(input.recordFilters());
    PageRequest request = pages.of(context, Operations.EXPORT_RECORDS, input);
    Page<Communication> page =
        request.read(
            TimeCursor.NEWEST_FIRST, (before, size) -> lists.ofAll(context, filter, before, size));
    return new ExportRecordsOutput(Csv.of(page.rows(), request.isFirst()), FILE, page.nextToken());
  }
}
