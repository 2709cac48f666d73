package org.carillon.server.calls.records;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.Port;
import org.carillon.server.people.users.UsersFeature;

/** Puts the records together: their operations. */
public final class RecordsFeature implements Feature {

  private final CommunicationStore records = new CommunicationStore();
  private final AttributionStore attributions = new AttributionStore();
  private final LineMembershipStore memberships = new LineMembershipStore();
  private final Ids ids;
  private final Pages pages;
  private final UsersFeature users;
  private final ListStore lists;
  private final Port<LineSettings> lineSettings = new Port<>("RecordsFeature.lines");
  private final Port<AnsweredCalls> answeredCalls = new Port<>("RecordsFeature.onAnswered");

  /** Records of those users. */
  public RecordsFeature(Platform platform, UsersFeature users) {
    this.ids = platform.ids();
    this.pages = platform.pages();
    this.users = users;
    this.lists = new ListStore(platform.recordScanLimit());
  }

  /** Binds the settings of lines that decide who sees records. */
  public void lines(LineSettings settings) {
    lineSettings.bind(settings);
  }

  /** Binds the receiver of every call that a member of a hunt group took. */
  public void onAnswered(AnsweredCalls receiver) {
    answeredCalls.bind(receiver);
  }

  /** The operations on records. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    LineSettings lines = lineSettings.bound();
    RecordWriter writer =
        new RecordWriter(records, attributions, lines, answeredCalls.bound(), ids);
    RecordLists recordLists = new RecordLists(records, lists);
    return List.of(
        new OperationBinding<>(Operations.PUT_RECORD, new PutRecord(writer, records)),
        new OperationBinding<>(Operations.BATCH_PUT_RECORD, new BatchPutRecord(writer)),
        new OperationBinding<>(Operations.GET_RECORD, new GetRecord(records)),
        new OperationBinding<>(Operations.LIST_RECORDS, new ListRecords(recordLists, pages)),
        new OperationBinding<>(Operations.EXPORT_RECORDS, new ExportRecords(recordLists, pages)),
        new OperationBinding<>(
            Operations.LIST_VISIBLE_RECORDS,
            new ListVisibleRecords(
                users.users(), new VisibleRecords(memberships, lines, lists, recordLists), pages)),
        new OperationBinding<>(
            Operations.EXPLAIN_RECORD_VISIBILITY,
            new ExplainRecordVisibility(
                users.users(), records, new Explanations(attributions, memberships, lines))));
  }
}
