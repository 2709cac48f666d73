package org.carillon.server;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carillon.api.model.BatchPutRecordInput;
import org.carillon.api.model.CallStep;
import org.carillon.api.model.CallStepAction;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.GetHuntGroupInput;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PutRecordInput;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordType;
import org.carillon.api.model.RecordUserReport;
import org.carillon.api.model.ResolveCallInput;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UpdateHuntGroupInput;
import org.carillon.api.model.UpdateUserSettingsInput;
import org.carillon.api.model.UserSettings;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From the report of an engine to whom the next call of a hunt group rings first. */
@ParameterizedClass
@EnumSource(Engine.class)
final class AnsweredCallsStoryTest {

  private static final String MAIN = "+12065550100";

  private final Engine engine;
  private final TestServer server;
  private final Tenant bells;
  private String jane = "";
  private String john = "";
  private String sales = "";

  AnsweredCallsStoryTest(Engine engine, @TempDir Path folder) {
    this.engine = engine;
    server = new TestServer(engine, folder);
    bells = server.organization();
  }

  @BeforeEach
  void found() {
    bells.order(MAIN);
    server.sweep();
    String account = bells.account();
    jane = user(account, "jane@example.com");
    john = user(account, "john@example.com");
    sales = group("Sales");
    bells.line(
        CreateLineInput.builder()
            .e164PhoneNumber(MAIN)
            .name("Main")
            .assignedUserIds(List.of())
            .callFlow(new CallTarget(CallTargetType.HUNT_GROUP, sales))
            .build());
    server.pass(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String user(String account, String email) {
    String id = bells.user(account, email);
    bells.call(
        Operations.UPDATE_USER_SETTINGS,
        new UpdateUserSettingsInput(
            account, id, new UserSettings(new TelephonySettings(true, false, false))));
    return id;
  }

  private String group(String name) {
    HuntGroup group =
        requireNonNull(
            bells
                .call(
                    Operations.CREATE_HUNT_GROUP,
                    new CreateHuntGroupInput(
                        name, HuntGroupStrategy.ROUND_ROBIN, List.of(jane, john), null, null))
                .huntGroup());
    return requireNonNull(group.huntGroupId());
  }

  private String first() {
    List<CallStep> steps =
        requireNonNull(
            bells
                .call(Operations.RESOLVE_CALL, new ResolveCallInput(MAIN, null, null, null))
                .steps());
    return steps.stream()
        .filter(each -> each.action() == CallStepAction.RING)
        .map(each -> requireNonNull(each.target()).value())
        .findFirst()
        .orElseThrow();
  }

  private RecordReport.Builder call(long sequence, Instant at, String userId) {
    return RecordReport.builder()
        .sequence(sequence)
        .type(RecordType.CALL)
        .direction(RecordDirection.INBOUND)
        .outcome(RecordOutcome.ANSWERED)
        .e164PhoneNumber(MAIN)
        .startedTimestamp(at)
        .answeredTimestamp(at.plusSeconds(1))
        .users(List.of(new RecordUserReport(userId, sales, null)));
  }

  private void put(String id, RecordReport.Builder report) {
    bells.call(Operations.PUT_RECORD, new PutRecordInput(id, report.build()));
  }

  @Test
  void callThatIsFirstReportedMissedMovesTheTurnWhenItIsReportedAnswered() {
    Instant at = server.now();
    assertEquals(jane, first());
    put(
        "1",
        call(1, at, jane).outcome(RecordOutcome.MISSED).answeredTimestamp(null).users(List.of()));
    assertEquals(jane, first());
    put("1", call(2, at, jane));
    assertEquals(john, first());
    put("2", call(1, at, john).users(List.of(new RecordUserReport(john, null, null))));
    assertEquals(john, first());
    put("2", call(2, at.plusSeconds(1), john));
    assertEquals(jane, first());
  }

  @Test
  void reportThatCorrectsWhoAnsweredMovesTheTurn() {
    Instant at = server.now();
    put("1", call(1, at, jane));
    assertEquals(john, first());
    put("1", call(2, at, john));
    assertEquals(jane, first());
    // One that does not stand any more is not told.
    put("1", call(1, at, jane));
    assertEquals(jane, first());
  }

  @Test
  void batchesThatNameGroupsInOppositeOrderDoNotWaitForEachOther() throws Exception {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      groups.add(group("Group " + i));
    }
    Instant at = server.now();
    CyclicBarrier both = new CyclicBarrier(2);
    try (ExecutorService engines = Executors.newFixedThreadPool(2)) {
      Future<?> forth = engines.submit(() -> batches(both, "forth", groups, at));
      Future<?> back = engines.submit(() -> batches(both, "back", groups.reversed(), at));
      forth.get();
      back.get();
    }
    if (engine == Engine.POSTGRES) {
      assertEquals(
          0,
          server.count(
              "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }
    assertEquals(
        20,
        server.count("SELECT count(*) FROM hunt_group_turn WHERE last_user_id = '" + john + "'"));
    assertEquals(40, server.count("SELECT count(*) FROM hunt_group_idle"));
  }

  /** Batches of calls of each group, which jane answers first and then john. */
  private Void batches(CyclicBarrier both, String name, List<String> groups, Instant at)
      throws Exception {
    for (int i = 0; i < 10; i++) {
      List<RecordItem> items = new ArrayList<>();
      for (String group : groups) {
        for (String user : List.of(john, jane)) {
          items.add(
              new RecordItem(
                  name + i + group + user,
                  call(1, at.plusSeconds(2 * i + (user.equals(john) ? 1 : 0)), user)
                      .users(List.of(new RecordUserReport(user, group, null)))
                      .build()));
        }
      }
      both.await(1, TimeUnit.MINUTES);
      assertEquals(
          List.of(),
          bells.call(Operations.BATCH_PUT_RECORD, new BatchPutRecordInput(items)).recordErrors());
    }
    return null;
  }

  @Test
  void turnGoesByTheAnswerAndIdlenessByTheEndOfACall() {
    Instant at = server.now();
    put("long", call(1, at, jane));
    put("short", call(1, at.plusSeconds(5), john).endedTimestamp(at.plusSeconds(10)));
    // Who answered last is john, although jane's call ends later.
    put("long", call(2, at, jane).endedTimestamp(at.plusSeconds(60)));
    assertEquals(jane, first());
    HuntGroup group =
        requireNonNull(
            bells.call(Operations.GET_HUNT_GROUP, new GetHuntGroupInput(sales)).huntGroup());
    bells.call(
        Operations.UPDATE_HUNT_GROUP,
        UpdateHuntGroupInput.builder()
            .huntGroupId(sales)
            .name("Sales")
            .strategy(HuntGroupStrategy.LONGEST_IDLE)
            .memberUserIds(List.of(jane, john))
            .revision(requireNonNull(group.revision()))
            .build());
    assertEquals(john, first());
  }
}
