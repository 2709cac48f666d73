package org.carillon.server.calls.records;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.people.users.UsersFeature;

/** Puts the records together: their operations. */
public final class RecordsFeature {

  private final CommunicationStore records = new CommunicationStore();
  private final AttributionStore ledger = new AttributionStore();
  private final LineMembershipStore seats = new LineMembershipStore();
  private final Ids ids;
  private final Pages pages;
  private final UsersFeature users;
  private final LineSettings lines;
  private final AnsweredCalls answeredCalls;
  private final ListStore lists;

  /**
   * Records of those users and lines.
   *
   * @param answeredCalls told of every call that a member of a hunt group took
   */
  public RecordsFeature(
      Ids ids, Pages pages, UsersFeature users, LineSettings lines, AnsweredCalls answeredCalls) {
    this(ids, pages, users, lines, answeredCalls, RecordScanLimit.USUAL);
  }

  RecordsFeature(
      Ids ids,
      Pages pages,
      UsersFeature users,
      LineSettings lines,
      AnsweredCalls answeredCalls,
      RecordScanLimit effort) {
    this.ids = ids;
    this.pages = pages;
    this.users = users;
    this.lines = lines;
    this.answeredCalls = answeredCalls;
    this.lists = new ListStore(effort);
  }

  /** The operations on records. */
  public List<OperationBinding<?, ?>> operations() {
    RecordWriter recorder = new RecordWriter(records, ledger, lines, answeredCalls, ids);
    RecordLists recordLists = new RecordLists(records, lists);
    return List.of(
        new OperationBinding<>(Operations.PUT_RECORD, new PutRecord(recorder, records)),
        new OperationBinding<>(Operations.BATCH_PUT_RECORD, new BatchPutRecord(recorder)),
        new OperationBinding<>(Operations.GET_RECORD, new GetRecord(records)),
        new OperationBinding<>(Operations.LIST_RECORDS, new ListRecords(recordLists, pages)),
        new OperationBinding<>(Operations.EXPORT_RECORDS, new ExportRecords(recordLists, pages)),
        new OperationBinding<>(
            Operations.LIST_VISIBLE_RECORDS,
            new ListVisibleRecords(
                users.users(), new VisibleRecords(seats, lines, lists, recordLists), pages)),
        new OperationBinding<>(
            Operations.EXPLAIN_RECORD_VISIBILITY,
            new ExplainRecordVisibility(
                users.users(), records, new Explanations(ledger, seats, lines))));
  }
}
