package org.carillon.server.calls.records;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Bound;
import org.carillon.platform.operations.PageTokens;
import org.carillon.server.people.users.UsersFeature;

/** Puts the records together: their operations. */
public final class RecordsFeature {

  private final CommunicationStore records = new CommunicationStore();
  private final LedgerStore ledger = new LedgerStore();
  private final SeatStore seats = new SeatStore();
  private final Keys keys;
  private final PageTokens tokens;
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
      Keys keys,
      PageTokens tokens,
      UsersFeature users,
      LineSettings lines,
      AnsweredCalls answeredCalls) {
    this(keys, tokens, users, lines, answeredCalls, Effort.USUAL);
  }

  RecordsFeature(
      Keys keys,
      PageTokens tokens,
      UsersFeature users,
      LineSettings lines,
      AnsweredCalls answeredCalls,
      Effort effort) {
    this.keys = keys;
    this.tokens = tokens;
    this.users = users;
    this.lines = lines;
    this.answeredCalls = answeredCalls;
    this.lists = new ListStore(effort);
  }

  /** The operations on records. */
  public List<Bound<?, ?>> operations() {
    Recorder recorder = new Recorder(records, ledger, lines, answeredCalls, keys);
    RecordLists pages = new RecordLists(records, lists, tokens);
    return List.of(
        new Bound<>(Operations.PUT_RECORD, new PutRecord(recorder, records)),
        new Bound<>(Operations.BATCH_PUT_RECORD, new BatchPutRecord(recorder)),
        new Bound<>(Operations.GET_RECORD, new GetRecord(records)),
        new Bound<>(Operations.LIST_RECORDS, new ListRecords(pages)),
        new Bound<>(Operations.EXPORT_RECORDS, new ExportRecords(pages)),
        new Bound<>(
            Operations.LIST_VISIBLE_RECORDS,
            new ListVisibleRecords(
                users.users(), new VisibleRecords(seats, lines, lists, pages), pages)),
        new Bound<>(
            Operations.EXPLAIN_RECORD_VISIBILITY,
            new ExplainRecordVisibility(
                users.users(), records, new Explanations(ledger, seats, lines))));
  }
}
