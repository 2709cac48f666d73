package org.carillon.server.calls.records;

import org.carillon.api.model.ExportRecordsInput;
import org.carillon.api.model.ExportRecordsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Answers records as comma-separated values, a page at a time. */
final class ExportRecords implements ReadOperation<ExportRecordsInput, ExportRecordsOutput> {

  private static final int PAGE = 500;
  private static final String FILE = "attachment; filename=\"records.csv\"";

  private final RecordLists lists;

  ExportRecords(RecordLists lists) {
    this.lists = lists;
  }

  @Override
  public ExportRecordsOutput run(ExportRecordsInput input, OperationContext context) {
    boolean isFirst = input.nextToken() == null;
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
        (page, next) -> new ExportRecordsOutput(Csv.of(page, isFirst), FILE, next));
  }
}
