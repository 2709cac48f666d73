package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.BatchPutRecordInput;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.GetRecordInput;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.ListRecordsInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordError;
import org.carillon.api.model.RecordInbox;
import org.carillon.api.model.RecordInvolvement;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordType;
import org.carillon.api.model.RecordUser;
import org.carillon.api.model.RecordUserReport;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.MicrosConverter;
import org.carillon.server.testing.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Taking the reports of engines, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class PutRecordTest {

  private static final String SALES = "+12065550100";
  private static final String OWN = "+12065550101";

  private final Exchange exchange;
  private final String jane;
  private final String joe;

  PutRecordTest(Engine engine, @TempDir Path folder) {
    exchange = new Exchange(engine, folder);
    exchange.number(SALES);
    exchange.number(OWN);
    jane = exchange.user("jane");
    joe = exchange.user("joe");
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private Instant now() {
    return exchange.server.now();
  }

  private RecordReport.Builder missed(Instant at) {
    return Reports.of(Category.INBOUND_MISSED, SALES, at);
  }

  private List<CommunicationRecord> all() {
    return requireNonNull(
        exchange
            .organization
            .call(Operations.LIST_RECORDS, ListRecordsInput.builder().build())
            .records());
  }

  private String refusal(RecordReport report) {
    return String.valueOf(
        assertThrows(BadRequestException.class, () -> exchange.put("refused", report))
            .getMessage());
  }

  @Test
  void recordIsShownAsItWasReported() {
    String line = exchange.line("Sales", SALES);
    exchange.join(jane, SALES, LineUserRole.ASSIGNED);
    String group = exchange.huntGroup(jane);
    Instant at = now();
    CommunicationRecord put =
        exchange.put(
            "a@b",
            Reports.of(Category.INBOUND_ANSWERED, SALES, at)
                .users(
                    List.of(
                        new RecordUserReport(jane, group, null),
                        new RecordUserReport(joe, null, "menu")))
                .answeredTimestamp(at.plusSeconds(5))
                .endedTimestamp(at.plusSeconds(65))
                .build());
    assertEquals("a@b", put.recordId());
    assertEquals(RecordType.CALL, put.type());
    assertEquals(RecordDirection.INBOUND, put.direction());
    assertEquals(RecordOutcome.ANSWERED, put.outcome());
    assertEquals(SALES, put.e164PhoneNumber());
    assertEquals("+14155550199", put.otherParty());
    assertEquals(line, put.lineId());
    assertEquals(at, put.startedTimestamp());
    assertEquals(at.plusSeconds(5), put.answeredTimestamp());
    assertEquals(at.plusSeconds(65), put.endedTimestamp());
    assertNull(put.inbox());
    assertEquals(
        Set.of(
            new RecordUser(jane, RecordInvolvement.ASSIGNED, false, group, null),
            new RecordUser(joe, RecordInvolvement.CALL_FLOW, false, null, "menu")),
        Set.copyOf(requireNonNull(put.users())));
    assertEquals(
        put, exchange.organization.call(Operations.GET_RECORD, new GetRecordInput("a@b")).record());
    assertEquals(List.of(put), all());
    String turn = exchange.organization.id() + "," + group + "," + jane + ",";
    assertEquals(turn + MicrosConverter.micros(at.plusSeconds(5)), lastRow("hunt_group_turn"));
    assertEquals(turn + MicrosConverter.micros(at.plusSeconds(65)), lastRow("hunt_group_idle"));
  }

  private String lastRow(String table) {
    return exchange.server.text(table).lines().toList().getLast();
  }

  @Test
  void sameReportTwiceChangesNothing() {
    CommunicationRecord first = exchange.put("1", missed(now()).build());
    exchange.server.pass(Duration.ofMinutes(1));
    assertEquals(first, exchange.put("1", missed(now()).build()));
    assertEquals(1, all().size());
  }

  @Test
  void reportsInAnyOrderEndInTheSameRecord() {
    exchange.line("Sales", SALES);
    exchange.join(jane, SALES, LineUserRole.ASSIGNED);
    Instant at = now();
    List<RecordReport> reports =
        List.of(
            missed(at).sequence(1).build(),
            Reports.of(Category.INBOUND_ANSWERED, SALES, at, joe).sequence(2).build(),
            Reports.of(Category.INBOUND_ANSWERED, SALES, at.minusMillis(5), jane, joe)
                .sequence(3)
                .build(),
            Reports.of(Category.INBOUND_ANSWERED, SALES, at.minusMillis(5), jane)
                .sequence(7)
                .endedTimestamp(at.plusSeconds(9))
                .build());
    CommunicationRecord last = exchange.put("expected", reports.getLast());
    Random random = new Random(7);
    for (int i = 0; i < 8; i++) {
      List<RecordReport> shuffled = new ArrayList<>(reports);
      shuffled.addAll(reports.subList(0, 2));
      Collections.shuffle(shuffled, random);
      String id = "call-" + i;
      shuffled.forEach(each -> exchange.put(id, each));
      CommunicationRecord after =
          requireNonNull(
              exchange.organization.call(Operations.GET_RECORD, new GetRecordInput(id)).record());
      assertEquals(
          last.toBuilder().recordId(id).recordedTimestamp(after.recordedTimestamp()).build(),
          after);
    }
    assertEquals(9, all().size());
  }

  @Test
  void batchTakesWhatIsSoundAndNamesWhatIsNot() {
    List<RecordItem> items = new ArrayList<>();
    items.add(new RecordItem("unknown", missed(now()).e164PhoneNumber("+12065550199").build()));
    items.add(new RecordItem("twice", missed(now()).sequence(2).otherParty("later").build()));
    items.add(new RecordItem("twice", missed(now()).sequence(1).build()));
    items.add(new RecordItem("stranger", missed(now()).users(users("nobody")).build()));
    IntStream.range(0, 90)
        .forEach(i -> items.add(new RecordItem("call-" + i, missed(now()).build())));
    List<RecordError> errors =
        requireNonNull(
            exchange
                .organization
                .call(Operations.BATCH_PUT_RECORD, new BatchPutRecordInput(items))
                .recordErrors());
    assertEquals(
        List.of("unknown", "stranger"), errors.stream().map(RecordError::recordId).toList());
    assertEquals(ErrorCode.NOT_FOUND, errors.getFirst().errorCode());
    assertEquals("later", get("twice").otherParty());
    assertEquals(RecordOutcome.MISSED, get("call-89").outcome());
  }

  @Test
  void refusedReportInABatchHidesNoEarlierOneThatIsSound() {
    List<RecordItem> items =
        List.of(
            new RecordItem("1", missed(now()).sequence(2).build()),
            new RecordItem("1", missed(now()).sequence(3).users(users("nobody")).build()),
            new RecordItem("1", missed(now()).sequence(1).build()));
    List<RecordError> errors =
        requireNonNull(
            exchange
                .organization
                .call(Operations.BATCH_PUT_RECORD, new BatchPutRecordInput(items))
                .recordErrors());
    assertEquals(1, errors.size());
    assertEquals(2, get("1").sequence());
  }

  private static List<RecordUserReport> users(String id) {
    return List.of(new RecordUserReport(id, null, null));
  }

  private CommunicationRecord get(String id) {
    return requireNonNull(
        exchange.organization.call(Operations.GET_RECORD, new GetRecordInput(id)).record());
  }

  @Test
  void whatTheNumberWasAtThatInstantCountsToTheMicrosecond() {
    exchange.give(jane, SALES);
    Instant given = held(SALES);
    exchange.take(jane);
    Instant taken = closed(SALES);
    String line = exchange.line("Sales", SALES);
    Instant opened = held(SALES);
    exchange.join(joe, SALES, LineUserRole.OUTBOUND_ONLY);
    assertEquals(List.of(), holders(given.minusNanos(1_000)));
    assertEquals(List.of(jane), holders(given));
    assertEquals(List.of(jane), holders(taken.minusNanos(1_000)));
    assertEquals(List.of(), holders(taken));
    assertEquals(List.of(), holders(opened.minusNanos(1_000)));
    assertEquals(List.of(line), holders(opened));
    exchange.dissolve(line);
    Instant dissolved = closed(SALES);
    assertEquals(List.of(line), holders(dissolved.minusNanos(1_000)));
    assertEquals(List.of(), holders(dissolved));
    exchange.give(joe, SALES);
    assertEquals(List.of(line), holders(dissolved.minusNanos(1_000)));
    assertEquals(List.of(joe), holders(now()));
  }

  /** Whose number it was: the line, or the user whose record it is although nobody took part. */
  private List<String> holders(Instant at) {
    CommunicationRecord put = exchange.put("at " + at + all().size(), missed(at).build());
    List<String> holders = new ArrayList<>();
    requireNonNull(put.users()).forEach(each -> holders.add(String.valueOf(each.userId())));
    if (put.lineId() != null) {
      holders.add(put.lineId());
    }
    return holders;
  }

  private Instant held(String e164) {
    return exchange.ledger(e164).getLast().from();
  }

  private Instant closed(String e164) {
    return requireNonNull(exchange.ledger(e164).getLast().to());
  }

  @Test
  void involvementIsLookedUpInTheLedgerOfThatTime() {
    exchange.line("Sales", SALES);
    exchange.join(joe, SALES, LineUserRole.OUTBOUND_ONLY);
    Instant outbound = now();
    exchange.server.pass(Duration.ofSeconds(1));
    exchange.leave(joe, SALES);
    Instant none = now();
    exchange.server.pass(Duration.ofSeconds(1));
    exchange.join(joe, SALES, LineUserRole.ASSIGNED);
    assertEquals(
        RecordInvolvement.OUTBOUND_ONLY, involvement(Category.OUTBOUND_ANSWERED, outbound));
    assertEquals(RecordInvolvement.CALL_FLOW, involvement(Category.INBOUND_ANSWERED, outbound));
    assertEquals(RecordInvolvement.CALL_FLOW, involvement(Category.OUTBOUND_ANSWERED, none));
    assertEquals(RecordInvolvement.ASSIGNED, involvement(Category.OUTBOUND_ANSWERED, now()));
    assertEquals(RecordInvolvement.ASSIGNED, involvement(Category.INBOUND_ANSWERED, now()));
  }

  private RecordInvolvement involvement(Category category, Instant at) {
    return requireNonNull(
        requireNonNull(
                exchange
                    .put(category + " " + at, Reports.of(category, SALES, at, joe).build())
                    .users())
            .getFirst()
            .involvement());
  }

  @Test
  void callOfAUsersOwnNumberIsTheUsersWhoeverTookIt() {
    exchange.give(jane, OWN);
    CommunicationRecord put =
        exchange.put("1", Reports.of(Category.INBOUND_ANSWERED, OWN, now(), joe).build());
    assertNull(put.lineId());
    assertEquals(2, requireNonNull(put.users()).size());
    RecordUser owner =
        requireNonNull(put.users()).stream()
            .filter(each -> jane.equals(each.userId()))
            .findFirst()
            .orElseThrow();
    assertEquals(new RecordUser(jane, RecordInvolvement.ASSIGNED, true, null, null), owner);
  }

  @Test
  void voicemailGoesToTheDefaultInboxOrToThatOfAUser() {
    String line = exchange.line("Sales", SALES);
    RecordReport.Builder voicemail = Reports.of(Category.VOICEMAIL, SALES, now());
    assertEquals(RecordInbox.DEFAULT, exchange.put("1", voicemail.build()).inbox());
    CommunicationRecord personal = exchange.put("2", voicemail.inboxUserId(jane).build());
    assertEquals(RecordInbox.USER, personal.inbox());
    assertEquals(jane, requireNonNull(personal.users()).getFirst().userId());
    exchange.join(jane, SALES, LineUserRole.ASSIGNED);
    exchange.join(joe, SALES, LineUserRole.ASSIGNED);
    exchange.defaultInbox(line, jane);
    assertEquals(RecordInbox.DEFAULT, exchange.put("3", voicemail.build()).inbox());
    assertEquals(jane, exchange.put("4", voicemail.build()).inboxUserId());
    exchange.defaultInbox(line, joe);
    assertEquals(RecordInbox.DEFAULT, exchange.put("4", voicemail.sequence(2).build()).inbox());
    assertEquals(RecordInbox.USER, exchange.put("2", voicemail.build()).inbox());
    assertEquals(
        RecordInbox.DEFAULT,
        exchange.put("2", voicemail.sequence(3).inboxUserId(joe).build()).inbox());
  }

  @Test
  void reportThatContradictsItselfIsRefused() {
    Instant at = now();
    String combination =
        refusal(
            Reports.of(
                    RecordType.MESSAGE, RecordDirection.OUTBOUND, RecordOutcome.RECEIVED, SALES, at)
                .build());
    assertTrue(combination.contains("Message cannot be Outbound"), combination);
    refusal(missed(at).inboxUserId(jane).build());
    refusal(missed(at).answeredTimestamp(at).build());
    refusal(missed(at).endedTimestamp(at.minusSeconds(1)).build());
    String ahead = refusal(missed(at.plusSeconds(301)).build());
    assertTrue(ahead.contains("five minutes ahead"), ahead);
    RecordReport.Builder answered = Reports.of(Category.INBOUND_ANSWERED, SALES, at);
    ahead = refusal(answered.answeredTimestamp(at.plusSeconds(301)).build());
    assertTrue(ahead.contains("AnsweredTimestamp") && ahead.contains("five minutes"), ahead);
    ahead = refusal(missed(at).endedTimestamp(at.plusSeconds(301)).build());
    assertTrue(ahead.contains("EndedTimestamp") && ahead.contains("five minutes"), ahead);
    exchange.put("a little ahead", missed(at.plusSeconds(299)).build());
    String before = refusal(missed(at.minus(Duration.ofDays(99))).build());
    assertTrue(before.contains("was not in this organization at"), before);
  }

  @Test
  void userWhoCameLaterOrIsUnknownIsRefused() {
    Instant before = now();
    exchange.server.pass(Duration.ofHours(1));
    String jill = exchange.user("jill");
    String message = refusal(Reports.of(Category.INBOUND_ANSWERED, SALES, before, jill).build());
    assertTrue(message.contains(jill), message);
    Tenant other = exchange.server.organization();
    String stranger = other.user(other.account(), "joe@example.com");
    for (String id : List.of(stranger, "nobody")) {
      assertEquals(
          "there is no user " + id + " in this organization",
          assertThrows(
                  NotFoundException.class,
                  () ->
                      exchange.put(
                          "1", Reports.of(Category.INBOUND_ANSWERED, SALES, now(), id).build()))
              .getMessage());
    }
    assertEquals(List.of(), all());
  }
}
