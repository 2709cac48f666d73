package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.api.model.ExplainRecordVisibilityInput;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.ListRecordsInput;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordVisibility;
import org.carillon.api.model.RecordVisibilityRule;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who sees what, sentence by sentence of the reference: the line Sales has two assigned users, one
 * who may only show its number, and one whom nothing but a call flow leads to it.
 */
@ParameterizedClass
@EnumSource(Engine.class)
final class VisibilityTest {

  private static final String SALES = "+12065550100";
  private static final String OWN = "+12065550101";

  private final Exchange exchange;
  private final String line;
  private final String ann;
  private final String bob;
  private final String olga;
  private final String flo;
  private final Instant at;

  VisibilityTest(Engine engine, @TempDir Path folder) {
    exchange = new Exchange(engine, folder);
    exchange.number(SALES);
    exchange.number(OWN);
    line = exchange.line("Sales", SALES);
    ann = exchange.user("ann");
    bob = exchange.user("bob");
    olga = exchange.user("olga");
    flo = exchange.user("flo");
    exchange.join(ann, SALES, LineUserRole.ASSIGNED);
    exchange.join(bob, SALES, LineUserRole.ASSIGNED);
    exchange.join(olga, SALES, LineUserRole.OUTBOUND_ONLY);
    exchange.give(flo, OWN);
    exchange.server.pass(Duration.ofMinutes(1));
    at = exchange.server.now();
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  /**
   * One sentence.
   *
   * @param sentence of the reference, or of what was decided where it says nothing
   * @param viewer who looks
   */
  private record Row(
      String sentence, String viewer, RecordReport.Builder report, RecordVisibilityRule rule) {}

  private RecordReport.Builder sales(Category category, String... users) {
    return Reports.of(category, SALES, at, users);
  }

  private List<Row> rows() {
    String calls =
        "Assigned users can see: all calls and messages made or received by other users assigned"
            + " to the same number";
    String flow =
        "Assigned users cannot see: calls involving users who were included through a call flow"
            + " but are not assigned to the number";
    String outbound = "Assigned users cannot see: calls made by users who are set to outbound-only";
    String voicemail =
        "Assigned users can see: voicemail messages sent to the number's default inbox";
    return List.of(
        new Row(calls, ann, sales(Category.INBOUND_ANSWERED, bob), OTHERS),
        new Row(calls, ann, sales(Category.OUTBOUND_ANSWERED, bob), OTHERS),
        new Row(calls, ann, sales(Category.OUTBOUND_MISSED, bob), OTHERS),
        new Row(calls, ann, sales(Category.MESSAGE_SENT, bob), OTHERS),
        new Row(calls, ann, sales(Category.MESSAGE_RECEIVED, bob), OTHERS),
        new Row(
            "a message comes by no call flow, so that nobody else's receiving it hides it",
            ann,
            sales(Category.MESSAGE_RECEIVED, bob, flo),
            OTHERS),
        new Row(
            "a message that nobody assigned received was received by no other assigned user",
            ann,
            sales(Category.MESSAGE_RECEIVED, flo),
            RecordVisibilityRule.NO_ASSIGNED_USER),
        new Row(
            "a message that the engine names nobody for came to all",
            ann,
            sales(Category.MESSAGE_RECEIVED),
            OTHERS),
        new Row(
            "a call that only an automaton answered was received by nobody",
            ann,
            sales(Category.INBOUND_ANSWERED),
            RecordVisibilityRule.NO_ASSIGNED_USER),
        new Row(
            "a message that no user sent was sent by nobody",
            ann,
            sales(Category.MESSAGE_SENT),
            RecordVisibilityRule.NO_ASSIGNED_USER),
        new Row(voicemail, ann, sales(Category.VOICEMAIL), RecordVisibilityRule.DEFAULT_INBOX),
        new Row(
            "a voicemail to another inbox is not the line's",
            ann,
            sales(Category.VOICEMAIL).inboxUserId(bob),
            RecordVisibilityRule.PERSONAL_INBOX),
        new Row(
            "Assigned users can see: all missed calls to the number",
            ann,
            sales(Category.INBOUND_MISSED),
            RecordVisibilityRule.MISSED_CALL),
        new Row(
            "all missed calls, even those that rang at somebody else",
            ann,
            sales(Category.INBOUND_MISSED, flo, bob),
            RecordVisibilityRule.MISSED_CALL),
        new Row(flow, ann, sales(Category.INBOUND_ANSWERED, flo), FLOW),
        new Row(flow, ann, sales(Category.INBOUND_ANSWERED, bob, flo), FLOW),
        new Row(flow, ann, sales(Category.OUTBOUND_ANSWERED, flo), FLOW),
        new Row(
            "outbound-only access leads to no inbound call: a call flow did",
            ann,
            sales(Category.INBOUND_ANSWERED, olga),
            FLOW),
        new Row(outbound, ann, sales(Category.OUTBOUND_ANSWERED, olga), OUTBOUND),
        new Row(outbound, ann, sales(Category.OUTBOUND_MISSED, olga), OUTBOUND),
        new Row(outbound, ann, sales(Category.MESSAGE_SENT, olga), OUTBOUND),
        new Row("everyone sees their own", ann, sales(Category.INBOUND_ANSWERED, ann, flo), OWNED),
        new Row("everyone sees their own", flo, sales(Category.INBOUND_ANSWERED, flo), OWNED),
        new Row("everyone sees their own", olga, sales(Category.OUTBOUND_ANSWERED, olga), OWNED),
        new Row("everyone sees their own", bob, sales(Category.VOICEMAIL).inboxUserId(bob), OWNED),
        new Row(
            "outbound-only: not assigned to it",
            olga,
            sales(Category.INBOUND_MISSED),
            NOT_ASSIGNED),
        new Row(
            "only assigned users can see records such as missed calls",
            flo,
            sales(Category.INBOUND_MISSED),
            NOT_ASSIGNED),
        new Row(
            "only assigned users can see records such as voicemails",
            flo,
            sales(Category.VOICEMAIL),
            NOT_ASSIGNED),
        new Row(
            "a number of one user belongs to that user",
            flo,
            Reports.of(Category.INBOUND_MISSED, OWN, at),
            OWNED),
        new Row(
            "a number of one user belongs to no other",
            ann,
            Reports.of(Category.INBOUND_MISSED, OWN, at),
            RecordVisibilityRule.NO_LINE));
  }

  private static final RecordVisibilityRule OTHERS = RecordVisibilityRule.OTHERS_ASSIGNED;
  private static final RecordVisibilityRule FLOW = RecordVisibilityRule.CALL_FLOW_USER;
  private static final RecordVisibilityRule OUTBOUND = RecordVisibilityRule.OUTBOUND_ONLY_USER;
  private static final RecordVisibilityRule OWNED = RecordVisibilityRule.OWN;
  private static final RecordVisibilityRule NOT_ASSIGNED = RecordVisibilityRule.NOT_ASSIGNED;

  @TestFactory
  Stream<DynamicTest> eachSentenceOfTheReferenceHolds() {
    List<Row> rows = rows();
    return rows.stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.sentence(), () -> holds(row, "record-" + rows.indexOf(row))));
  }

  private void holds(Row row, String id) {
    exchange.put(id, row.report().build());
    RecordVisibility told = explain(row.viewer(), id);
    assertEquals(row.rule(), told.rule(), told.explanation());
    boolean visible = row.rule() == OWNED || Visibility.isShared(row.rule());
    assertEquals(visible, told.visible());
    assertEquals(visible, visible(row.viewer()).contains(id));
    assertEquals(at, told.startedTimestamp());
    assertNotNull(told.explanation());
    assertTrue(
        requireNonNull(
                exchange
                    .organization
                    .call(Operations.LIST_RECORDS, ListRecordsInput.builder().build())
                    .records())
            .stream()
            .anyMatch(each -> id.equals(each.recordId())),
        "administrators see all");
  }

  private RecordVisibility explain(String user, String id) {
    return requireNonNull(
        exchange
            .organization
            .call(
                Operations.EXPLAIN_RECORD_VISIBILITY,
                new ExplainRecordVisibilityInput(exchange.account, user, id))
            .recordVisibility());
  }

  private List<String> visible(String user) {
    return requireNonNull(
            exchange
                .organization
                .call(
                    Operations.LIST_VISIBLE_RECORDS,
                    ListVisibleRecordsInput.builder()
                        .accountId(exchange.account)
                        .userId(user)
                        .build())
                .records())
        .stream()
        .map(CommunicationRecord::recordId)
        .map(String::valueOf)
        .toList();
  }

  @Test
  void newlyAssignedUserSeesTheLinesEarlierRecordsUnlessItIsSetOtherwise() {
    exchange.put("earlier", sales(Category.INBOUND_MISSED).build());
    exchange.server.pass(Duration.ofHours(1));
    exchange.join(flo, SALES, LineUserRole.ASSIGNED);
    exchange.put(
        "later", sales(Category.INBOUND_MISSED).startedTimestamp(exchange.server.now()).build());
    assertEquals(List.of("later", "earlier"), visible(flo));

    exchange.showFromAssignmentOn(line);
    assertEquals(List.of("later"), visible(flo));
    assertEquals(List.of("later", "earlier"), visible(ann));
    RecordVisibility told = explain(flo, "earlier");
    assertEquals(RecordVisibilityRule.BEFORE_ASSIGNMENT, told.rule());
    assertTrue(
        String.valueOf(told.explanation()).contains(String.valueOf(told.assignedTimestamp())),
        told.explanation());
    assertEquals(RecordVisibilityRule.MISSED_CALL, explain(ann, "earlier").rule());
  }

  @Test
  void recordOfTheVeryInstantOfTheAssignmentIsSeen() {
    exchange.showFromAssignmentOn(line);
    exchange.join(flo, SALES, LineUserRole.ASSIGNED);
    exchange.put(
        "old", sales(Category.INBOUND_MISSED).startedTimestamp(at.minusSeconds(9)).build());
    Instant since = requireNonNull(explain(flo, "old").assignedTimestamp());
    exchange.put(
        "before", sales(Category.INBOUND_MISSED).startedTimestamp(since.minusNanos(1_000)).build());
    exchange.put("then", sales(Category.INBOUND_MISSED).startedTimestamp(since).build());
    assertEquals(List.of("then"), visible(flo));
    assertEquals(List.of("then", "before", "old"), visible(ann));
  }

  @Test
  void whoIsTakenOffKeepsOnlyTheirOwn() {
    exchange.put("anns", sales(Category.INBOUND_ANSWERED, ann).build());
    exchange.put("bobs", sales(Category.INBOUND_ANSWERED, bob).build());
    exchange.put("missed", sales(Category.INBOUND_MISSED).build());
    assertEquals(List.of("missed", "bobs", "anns"), visible(ann));
    exchange.leave(ann, SALES);
    assertEquals(List.of("anns"), visible(ann));
    RecordVisibility told = explain(ann, "missed");
    assertEquals(RecordVisibilityRule.NOT_ASSIGNED, told.rule());
    assertTrue(String.valueOf(told.explanation()).contains("line Sales"), told.explanation());
  }

  @Test
  void recordsOfADissolvedLineAreNotThoseOfTheNextHolder() {
    exchange.put("missed", sales(Category.INBOUND_MISSED).build());
    exchange.put("anns", sales(Category.INBOUND_ANSWERED, ann).build());
    exchange.dissolve(line);
    exchange.give(bob, SALES);
    assertEquals(List.of("anns"), visible(ann));
    assertEquals(List.of(), visible(bob));
    assertEquals(RecordVisibilityRule.NOT_ASSIGNED, explain(bob, "missed").rule());
  }

  @Test
  void numberHandedFromOneUserToAnotherLeavesItsRecordsBehind() {
    exchange.put("flos", Reports.of(Category.INBOUND_MISSED, OWN, at).build());
    exchange.take(flo);
    exchange.give(ann, OWN);
    assertEquals(List.of("flos"), visible(flo));
    assertEquals(List.of(), visible(ann));
  }

  @Test
  void explanationNamesWhoDecides() {
    exchange.put("1", sales(Category.INBOUND_ANSWERED, bob, flo).build());
    RecordVisibility told = explain(ann, "1");
    assertEquals(flo, told.decidingUserId());
    assertEquals(line, told.lineId());
    assertEquals(
        "user ann@example.com does not see this call of "
            + at
            + ", since user flo@example.com took part by a call flow and was not assigned to line"
            + " Sales ("
            + line
            + ") at that time",
        told.explanation());
  }
}
