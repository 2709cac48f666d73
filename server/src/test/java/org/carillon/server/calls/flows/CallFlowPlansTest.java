package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.flows.TestFlows.to;

import java.nio.file.Path;
import java.util.List;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    flows.bells.plans(shape, input).use(indexes);
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
    flows.bells.stock(main, PhoneNumberProductType.BUSINESS_CALLING);
    flows.line(main, "Main", new CallTarget(CallTargetType.AUTO_ATTENDANT, id));
    flows
        .bells
        .plans(Operations.RESOLVE_CALL, new ResolveCallInput(main, null, null, null))
        .sorting("a line has a limited number of members")
        .use(
            "shared_line USING PRIMARY KEY (line_id=? AND organization_id=?)",
            "holders_of_number (organization_id=? AND number_id=?)",
            "inventory_by_number (organization_id=? AND e164=?)",
            "one_holder (organization_id=? AND number_id=?)",
            "SEARCH call_reference USING PRIMARY KEY (from_id=? AND what=?)",
            "SEARCH account_user USING PRIMARY KEY (user_id=? AND organization_id=?)",
            "SEARCH hunt_group_idle USING PRIMARY KEY (flow_id=? AND user_id=? AND"
                + " organization_id=?)",
            "SEARCH hunt_group_turn USING PRIMARY KEY (flow_id=? AND organization_id=?)");
  }
}
