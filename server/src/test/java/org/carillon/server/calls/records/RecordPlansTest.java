package org.carillon.server.calls.records;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.carillon.api.model.ExplainRecordVisibilityInput;
import org.carillon.api.model.GetRecordInput;
import org.carillon.api.model.ListRecordsInput;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.inventory.numbers.Role;
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

  private final Exchange exchange;

  RecordPlansTest(@TempDir Path folder) {
    exchange = new Exchange(Engine.SQLITE, folder);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String... indexes) {
    List<String> plans = exchange.service.plans(exchange.organization, shape, input);
    String text = String.join("\n", plans);
    // What is scanned or sorted is a page, or the bounded number of records looked at for one.
    assertTrue(
        plans.stream()
            .noneMatch(step -> step.matches("SCAN (?!(seen|judged|x|\\(subquery-\\d+\\))$).*")),
        text);
    assertTrue(plans.stream().noneMatch(step -> step.contains("(organization_id=?)")), text);
    for (String index : indexes) {
      assertTrue(text.contains(index), text);
    }
  }

  private void list(ListRecordsInput.Builder input, String index, String narrowed) {
    indexed(Operations.LIST_RECORDS, input.build(), index);
    indexed(
        Operations.LIST_RECORDS,
        input.outcome(RecordOutcome.ANSWERED).build(),
        "COVERING INDEX " + narrowed,
        "communication USING PRIMARY KEY (record_id=? AND organization_id=?)",
        "communication_party USING PRIMARY KEY (record_id=? AND organization_id=?)");
  }

  @Test
  void everyListOfAllIsReadFromAnIndexInItsOrder() {
    exchange.number("+12065550100");
    String jane = exchange.user("jane");
    exchange.put(
        "1",
        Reports.of(Category.INBOUND_ANSWERED, "+12065550100", exchange.service.now(), jane)
            .build());
    list(ListRecordsInput.builder(), PAGE, OF_CATEGORY);
    list(ListRecordsInput.builder().e164PhoneNumber("+12065550100"), OF_NUMBER, OF_NUMBER);
    list(ListRecordsInput.builder().involvedUserId(jane), OF_USER, OF_USER);
    list(
        ListRecordsInput.builder().involvedUserId(jane).e164PhoneNumber("+12065550100"),
        OF_USER,
        OF_USER);
  }

  @Test
  void visibleRecordsAreReadFromTheUsersAndTheLinesIndexes() {
    exchange.number("+12065550100");
    exchange.line("Sales", "+12065550100");
    String ann = exchange.user("ann");
    String ben = exchange.user("ben");
    exchange.seat(ann, "+12065550100", Role.ASSIGNEE);
    ListVisibleRecordsInput.Builder anns =
        ListVisibleRecordsInput.builder().accountId(exchange.account).userId(ann);
    String seats = "one_seat (organization_id=? AND holder_id=?)";
    String line = "one_holder (organization_id=? AND number_id=?)";
    indexed(Operations.LIST_VISIBLE_RECORDS, anns.build(), seats, line, OF_USER, OF_LINE);
    indexed(
        Operations.LIST_VISIBLE_RECORDS,
        anns.outcome(RecordOutcome.MISSED).e164PhoneNumber("+12065550100").build(),
        "COVERING INDEX " + OF_USER,
        "COVERING INDEX " + OF_LINE,
        "had USING INDEX ledger_of_holder (organization_id=? AND holder_id=?)");
    indexed(
        Operations.LIST_VISIBLE_RECORDS,
        anns.involvedUserId(ben).build(),
        "COVERING INDEX " + OF_USER,
        "own USING COVERING INDEX communication_of_user"
            + " (organization_id=? AND user_id=? AND happened_at=?)");
    exchange.put(
        "1", Reports.of(Category.INBOUND_MISSED, "+12065550100", exchange.service.now()).build());
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
    String text =
        String.join(
            "\n",
            exchange.service.plans(
                exchange.organization,
                context -> {
                  var _ = new CommunicationStore().findAll(context, keys);
                }));
    for (String table : List.of("communication", "communication_party")) {
      assertTrue(
          text.contains(
              "SEARCH " + table + " USING PRIMARY KEY (record_id=? AND organization_id=?)"),
          text);
    }
    assertTrue(!text.contains("SCAN") && !text.contains("USING INDEX"), text);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16, 100})
  void pastOfANumberIsReadFromWhereItsReportsBegin(int size) {
    Map<Long, Instant> since =
        LongStream.range(0, size)
            .boxed()
            .collect(Collectors.toMap(each -> each, Instant.EPOCH::plusSeconds));
    List<String> users = IntStream.range(0, size).mapToObj(each -> "user" + each).toList();
    String text =
        String.join(
            "\n",
            exchange.service.plans(
                exchange.organization,
                context -> {
                  var _ = new AttributionStore().spans(context, since, users);
                }));
    assertTrue(
        text.contains("ledger_closed (organization_id=? AND number_id=? AND to_at>?)"), text);
    assertTrue(text.contains("one_seat (organization_id=? AND holder_id=? AND number_id>?)"), text);
    assertTrue(!text.contains("(organization_id=?)") && !text.contains("SCAN assignment"), text);
  }

  @Test
  void linesBeyondTheFirstAreRankedByTheirIndexes() {
    String ann = exchange.user("ann");
    for (int i = 0; i < 33; i++) {
      String number = "+120655501%02d".formatted(i);
      exchange.number(number);
      exchange.line("line" + i, number);
      exchange.seat(ann, number, Role.ASSIGNEE);
    }
    indexed(
        Operations.LIST_VISIBLE_RECORDS,
        ListVisibleRecordsInput.builder().accountId(exchange.account).userId(ann).build(),
        "communication USING COVERING INDEX " + OF_LINE);
  }
}
