package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.Line;
import org.carillon.api.model.LineRecordVisibility;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PutRecordInput;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordType;
import org.carillon.api.model.RecordUserReport;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees the records of a line that administrators made and changed: the whole way through. */
@ParameterizedClass
@EnumSource(Engine.class)
final class LineRecordsTest {

  private static final String NUMBER = "+12065550100";

  private final TestServer server;
  private final Tenant bells;
  private String account = "";
  private String jane = "";
  private String joe = "";
  private String lineId = "";

  LineRecordsTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
  }

  @BeforeEach
  void found() {
    bells.order(NUMBER);
    server.sweep();
    account = bells.account();
    jane = bells.user(account, "jane@example.com");
    joe = bells.user(account, "joe@example.com");
    lineId =
        bells.line(
            CreateLineInput.builder()
                .e164PhoneNumber(NUMBER)
                .name("Front desk")
                .assignedUserIds(List.of(jane))
                .build());
    answered("early", jane);
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** That user takes a call a minute later. */
  private void answered(String id, String user) {
    server.pass(Duration.ofMinutes(1));
    bells.call(
        Operations.PUT_RECORD,
        new PutRecordInput(
            id,
            RecordReport.builder()
                .sequence(1L)
                .type(RecordType.CALL)
                .direction(RecordDirection.INBOUND)
                .outcome(RecordOutcome.ANSWERED)
                .e164PhoneNumber(NUMBER)
                .otherParty("+14155550199")
                .startedTimestamp(server.now())
                .users(List.of(new RecordUserReport(user, null, null)))
                .build()));
  }

  private void assign(LineRecordVisibility visibility, String... users) {
    server.pass(Duration.ofMinutes(1));
    Line line = requireNonNull(bells.call(Operations.GET_LINE, new GetLineInput(lineId)).line());
    bells.call(
        Operations.UPDATE_LINE,
        TestLines.update(line)
            .assignedUserIds(List.of(users))
            .recordVisibility(visibility)
            .build());
  }

  private List<String> seen(String user) {
    return requireNonNull(
            bells
                .call(
                    Operations.LIST_VISIBLE_RECORDS,
                    ListVisibleRecordsInput.builder().accountId(account).userId(user).build())
                .records())
        .stream()
        .map(CommunicationRecord::recordId)
        .map(String::valueOf)
        .toList();
  }

  @Test
  void newlyAssignedUserSeesEarlierCallsAndWhoIsTakenOffTheirOwn() {
    assertEquals(List.of(), seen(joe));
    assign(LineRecordVisibility.ALL, jane, joe);
    assertEquals(List.of("early"), seen(joe));
    answered("late", joe);
    assertEquals(List.of("late", "early"), seen(jane));
    assign(LineRecordVisibility.ALL, joe);
    assertEquals(List.of("early"), seen(jane));
    assertEquals(List.of("late", "early"), seen(joe));
  }

  @Test
  void earlierCallsStayHiddenWhereTheLineSaysSo() {
    assign(LineRecordVisibility.FROM_ASSIGNMENT_ON, jane, joe);
    answered("late", jane);
    assertEquals(List.of("late"), seen(joe));
    assertEquals(List.of("late", "early"), seen(jane));
  }
}
