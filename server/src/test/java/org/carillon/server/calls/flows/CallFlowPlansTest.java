package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.flows.TestFlows.to;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.FlowSchedule;
import org.carillon.api.model.GetAutoAttendantInput;
import org.carillon.api.model.GetHuntGroupInput;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.ListAutoAttendantsInput;
import org.carillon.api.model.ListHuntGroupsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.ResolveCallInput;
import org.carillon.api.model.TimeoutBehavior;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.OperationContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which index serves each query on call flows; SQLite tells for small tables too. */
final class CallFlowPlansTest {

  private final TestFlows flows;

  CallFlowPlansTest(@TempDir Path folder) {
    flows = new TestFlows(Engine.SQLITE, folder);
  }

  @AfterEach
  void close() {
    flows.close();
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String... indexes) {
    indexed(flows.service.plans(flows.bells, shape, input), indexes);
  }

  private static void indexed(List<String> plans, String... indexes) {
    String text = String.join("\n", plans);
    assertTrue(plans.stream().noneMatch(step -> step.startsWith("SCAN")), text);
    for (String index : indexes) {
      assertTrue(text.contains(index), "no " + index + " in\n" + text);
    }
  }

  @Test
  void flowsAreFoundByIdOrInOrder() {
    HuntGroup sales = flows.group("Sales", null, flows.user("jane"));
    indexed(
        Operations.GET_HUNT_GROUP,
        new GetHuntGroupInput(requireNonNull(sales.huntGroupId())),
        "SEARCH call_flow USING PRIMARY KEY (flow_id=? AND organization_id=?)",
        "SEARCH call_reference USING PRIMARY KEY (from_id=?)");
    indexed(
        Operations.LIST_HUNT_GROUPS,
        ListHuntGroupsInput.builder().build(),
        "call_flow_page (organization_id=? AND kind=?");
    indexed(
        Operations.LIST_AUTO_ATTENDANTS,
        ListAutoAttendantsInput.builder().build(),
        "call_flow_page (organization_id=? AND kind=?");
  }

  @Test
  void everyQueryOfACallIsServedByAnIndex() {
    String jane = flows.user("jane");
    HuntGroup sales = flows.group("Sales", new CallTarget(CallTargetType.VOICEMAIL, jane), jane);
    CreateAutoAttendantInput front =
        CreateAutoAttendantInput.builder()
            .name("Front desk")
            .greeting(new Greeting("Hello", null))
            .menu(List.of())
            .schedule(new FlowSchedule("Etc/UTC", List.of(), List.of()))
            .timeout(new TimeoutBehavior(null, to(sales)))
            .closed(new org.carillon.api.model.ClosedBehavior(null, to(sales)))
            .build();
    String id =
        requireNonNull(
            requireNonNull(flows.run(Operations.CREATE_AUTO_ATTENDANT, front).autoAttendant())
                .autoAttendantId());
    indexed(
        Operations.GET_AUTO_ATTENDANT,
        new GetAutoAttendantInput(id),
        "SEARCH auto_attendant_hours USING PRIMARY KEY (flow_id=?)",
        "SEARCH auto_attendant_holiday USING PRIMARY KEY (flow_id=?)",
        "SEARCH call_reference USING PRIMARY KEY (from_id=? AND what=?)");
    String main = "+12065550100";
    flows.service.number(flows.bells, main, PhoneNumberProductType.BUSINESS_CALLING);
    flows.line(
        main,
        new LineFlows.LineFlow(
            "Main", new CallTarget(CallTargetType.AUTO_ATTENDANT, id), List.of(), 20, null));
    indexed(
        Operations.RESOLVE_CALL,
        new ResolveCallInput(main, null, null, null),
        "number_once_in_inventory (organization_id=? AND e164=?)",
        "one_holder (organization_id=? AND number_id=?)",
        "SEARCH call_reference USING PRIMARY KEY (from_id=? AND what=?)",
        "SEARCH account_user USING PRIMARY KEY (user_id=? AND organization_id=?)",
        "SEARCH hunt_group_idle USING PRIMARY KEY (flow_id=? AND user_id=? AND organization_id=?)",
        "SEARCH hunt_group_turn USING PRIMARY KEY (flow_id=? AND organization_id=?)");
  }

  @Test
  void whatLeadsSomewhereIsFoundByTheTarget() {
    FlowEntryStore references = new FlowEntryStore();
    List<String> some = List.of("a", "b");
    indexed(
        plans(context -> references.to(context, to("+12065550100"), 10)),
        "COVERING INDEX reference_to (organization_id=? AND to_id=? AND to_kind=?)");
    indexed(
        plans(context -> references.automaticTo(context, CallTargetType.HUNT_GROUP, some, 10)),
        "COVERING INDEX reference_to (organization_id=? AND to_id=? AND to_kind=?)");
    indexed(
        plans(context -> references.toNumbers(context, some, 10)),
        "COVERING INDEX reference_to (organization_id=? AND to_id=? AND to_kind=?)");
    indexed(
        plans(context -> new TargetStore().keepNumbers(context, some)),
        "COVERING INDEX inventory_by_number (organization_id=? AND e164=?)");
    indexed(
        plans(context -> new TargetStore().heldBy(context, some)),
        "one_seat (organization_id=? AND holder_id=?");
    indexed(
        plans(context -> new TargetStore().users(context, some)),
        "PRIMARY KEY (user_id=? AND organization_id=?)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void whereFlowsLeadIsFoundByTheirIdsHoweverManyTheyAre(int count) {
    FlowEntryStore references = new FlowEntryStore();
    List<Flow> groups =
        IntStream.range(0, count)
            .mapToObj(i -> requireNonNull(flows.group("Group " + i, null).huntGroupId()))
            .map(id ->
                new Flow(
                    new FlowId(FlowId.Kind.HUNT_GROUP, id),
                    "Group",
                    1,
                    flows.service.now(),
                    flows.service.now()))
            .toList();
    List<String> ids = groups.stream().map(Flow::id).toList();
    String key = "SEARCH call_reference USING PRIMARY KEY (from_id=? AND what=?)";
    indexed(plans(context -> references.automaticFrom(context, ids)), key);
    indexed(plans(context -> references.leadingOn(context, ids)), key);
    indexed(plans(context -> new SnapshotStore().groups(context, groups, Map.of(), 10)), key);
  }

  /** The plans of queries that only changes make. */
  private List<String> plans(Consumer<OperationContext> queries) {
    return flows.service.write(
        flows.bells,
        context -> {
          List<String> asked = new ArrayList<>();
          DSLContext sql = context.transaction().sql();
          sql.configuration()
              .set(
                  ExecuteListener.onExecuteStart(execution ->
                      asked.add(sql.renderInlined(requireNonNull(execution.query())))));
          queries.accept(context);
          return List.copyOf(asked).stream()
              .flatMap(query -> sql.fetch("explain query plan " + query).stream())
              .map(row -> String.valueOf(row.get("detail")))
              .toList();
        });
  }
}
