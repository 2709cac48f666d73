package org.carillon.server.calls.records;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.carillon.api.model.ExplainRecordVisibilityInput;
import org.carillon.api.model.GetRecordInput;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.ListRecordsInput;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.testing.QueryPlans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which index serves each list of records; SQLite tells for empty tables too. */
final class RecordPlansTest {

  private static final String PAGE =
      "communication_page (organization_id=? AND (happened_at,record_id)<(?,?))";
  private static final String OF_CATEGORY =
      "communication_of_category (organization_id=? AND category=? AND"
          + " (happened_at,record_id)<(?,?))";
  private static final String OF_NUMBER =
      "communication_of_number (organization_id=? AND e164=? AND (happened_at,record_id)<(?,?))";
  private static final String OF_USER =
      "communication_of_user (organization_id=? AND user_id=? AND (happened_at,record_id)<(?,?))";
  private static final String OF_LINE =
      "communication_of_line (organization_id=? AND line_id=? AND (happened_at,record_id)<(?,?))";
  private static final String RECORD_BY_KEY =
      "communication USING PRIMARY KEY (record_id=? AND organization_id=?)";
  private static final String PARTIES_BY_KEY =
      "communication_party USING PRIMARY KEY (record_id=? AND organization_id=?)";

  private final Exchange exchange;

  RecordPlansTest(@TempDir Path folder) {
    exchange = new Exchange(Engine.SQLITE, folder);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String... indexes) {
    exchange.organization.plans(shape, input).use(indexes);
  }

  private <I> void merged(OperationShape<I, ?> shape, I input, String... indexes) {
    exchange
        .organization
        .plans(shape, input)
        .sorting("each source of a page gives no more records than the page or RecordScanLimit")
        .use(indexes);
  }

  @Test
  void everyListOfAllIsReadFromAnIndexInItsOrder() {
    exchange.number("+12065550100");
    String jane = exchange.user("jane");
    exchange.put(
        "1",
        Reports.of(Category.INBOUND_ANSWERED, "+12065550100", exchange.server.now(), jane).build());
    indexed(Operations.LIST_RECORDS, ListRecordsInput.builder().build(), PAGE);
    indexed(
        Operations.LIST_RECORDS,
        ListRecordsInput.builder().outcome(RecordOutcome.ANSWERED).build(),
        "COVERING INDEX " + OF_CATEGORY,
        RECORD_BY_KEY,
        PARTIES_BY_KEY);
    ListRecordsInput.Builder sales = ListRecordsInput.builder().e164PhoneNumber("+12065550100");
    indexed(Operations.LIST_RECORDS, sales.build(), OF_NUMBER);
    merged(
        Operations.LIST_RECORDS,
        sales.outcome(RecordOutcome.ANSWERED).build(),
        "COVERING INDEX " + OF_NUMBER,
        RECORD_BY_KEY,
        PARTIES_BY_KEY);
    ListRecordsInput.Builder janes = ListRecordsInput.builder().involvedUserId(jane);
    indexed(Operations.LIST_RECORDS, janes.build(), "COVERING INDEX " + OF_USER);
    for (ListRecordsInput input :
        List.of(
            janes.outcome(RecordOutcome.ANSWERED).build(),
            janes.e164PhoneNumber("+12065550100").build(),
            janes.outcome(null).build())) {
      merged(
          Operations.LIST_RECORDS,
          input,
          "COVERING INDEX " + OF_USER,
          RECORD_BY_KEY,
          PARTIES_BY_KEY);
    }
  }

  @Test
  void visibleRecordsAreReadFromTheUsersAndTheLinesIndexes() {
    exchange.number("+12065550100");
    exchange.line("Sales", "+12065550100");
    String ann = exchange.user("ann");
    String ben = exchange.user("ben");
    exchange.join(ann, "+12065550100", LineUserRole.ASSIGNED);
    ListVisibleRecordsInput.Builder anns =
        ListVisibleRecordsInput.builder().accountId(exchange.account).userId(ann);
    String seats = "one_seat (organization_id=? AND holder_id=?)";
    String line = "one_holder (organization_id=? AND number_id=?)";
    indexed(Operations.LIST_VISIBLE_RECORDS, anns.build(), seats, line, OF_USER, OF_LINE);
    merged(
        Operations.LIST_VISIBLE_RECORDS,
        anns.outcome(RecordOutcome.MISSED).e164PhoneNumber("+12065550100").build(),
        "COVERING INDEX " + OF_USER,
        "COVERING INDEX " + OF_LINE,
        "had USING INDEX ledger_of_holder (organization_id=? AND holder_id=?)");
    merged(
        Operations.LIST_VISIBLE_RECORDS,
        anns.involvedUserId(ben).build(),
        "COVERING INDEX " + OF_USER,
        "own USING COVERING INDEX communication_of_user"
            + " (organization_id=? AND user_id=? AND happened_at=?)");
    exchange.put(
        "1", Reports.of(Category.INBOUND_MISSED, "+12065550100", exchange.server.now()).build());
    indexed(
        Operations.EXPLAIN_RECORD_VISIBILITY,
        new ExplainRecordVisibilityInput(exchange.account, ann, "1"),
        "communication_once (organization_id=? AND engine_id=?)",
        seats);
    indexed(
        Operations.GET_RECORD,
        new GetRecordInput("1"),
        "communication_once (organization_id=? AND engine_id=?)",
        "communication_party USING PRIMARY KEY (record_id=? AND organization_id=?)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16, 100, 1000})
  void recordsOfAPageAreReadByTheirKeys(int size) {
    List<Long> keys = LongStream.range(0, size).boxed().toList();
    QueryPlans plans =
        exchange
            .organization
            .plans(context -> {
              var _ = new CommunicationStore().findAll(context, keys);
            })
            .use("SEARCH " + RECORD_BY_KEY, "SEARCH " + PARTIES_BY_KEY);
    assertFalse(plans.toString().contains("USING INDEX"), plans.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16, 100})
  void pastOfANumberIsReadFromWhereItsReportsBegin(int size) {
    Map<NumberKey, Instant> since =
        LongStream.range(0, size)
            .boxed()
            .collect(Collectors.toMap(NumberKey::new, Instant.EPOCH::plusSeconds));
    List<String> users = IntStream.range(0, size).mapToObj(each -> "user" + each).toList();
    exchange
        .organization
        .plans(context -> {
          var _ = new AttributionStore().spans(context, since, users);
        })
        .use(
            "ledger_closed (organization_id=? AND number_id=? AND to_at>?)",
            "one_seat (organization_id=? AND holder_id=? AND number_id>?)");
  }

  @Test
  void linesBeyondTheFirstAreRankedByTheirIndexes() {
    String ann = exchange.user("ann");
    for (int i = 0; i < 33; i++) {
      String number = "+120655501%02d".formatted(i);
      exchange.number(number);
      exchange.line("line" + i, number);
      exchange.join(ann, number, LineUserRole.ASSIGNED);
    }
    indexed(
        Operations.LIST_VISIBLE_RECORDS,
        ListVisibleRecordsInput.builder().accountId(exchange.account).userId(ann).build(),
        "communication USING COVERING INDEX " + OF_LINE);
  }
}
