package org.carillon.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Operations;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;

/** The call flows of an {@link Estate}: two of each kind; one is for deletion. */
final class FlowEstate {

  /** What an operation needs for itself alone has a name that begins with the operation. */
  static final List<String> NAMES =
      List.of(
          "HuntGroupId",
          "DeleteHuntGroup HuntGroupId",
          "AutoAttendantId",
          "DeleteAutoAttendant AutoAttendantId");

  private FlowEstate() {}

  /** Adds the flows to what the organization has; its user is who rings. */
  static Map<String, String> in(TestServer server, Tenant tenant, Map<String, String> identifiers) {
    for (String name : NAMES) {
      server.pass(Duration.ofSeconds(1));
      identifiers.put(
          name,
          name.endsWith("HuntGroupId")
              ? huntGroup(tenant, identifiers.get("UserId"))
              : attendant(tenant));
    }
    return people(identifiers);
  }

  /** Adds the names that flows would have that do not exist. */
  static Map<String, String> nowhere(Map<String, String> identifiers) {
    NAMES.forEach(name -> identifiers.put(name, UUID.randomUUID().toString()));
    return people(identifiers);
  }

  private static Map<String, String> people(Map<String, String> identifiers) {
    identifiers.put("MemberUserId", identifiers.get("UserId"));
    identifiers.put("CallTargetValue", identifiers.get("UserId"));
    return identifiers;
  }

  private static String huntGroup(Tenant tenant, String user) {
    return tenant
        .call(
            Operations.CREATE_HUNT_GROUP,
            CreateHuntGroupInput.builder()
                .name("Sales")
                .strategy(HuntGroupStrategy.SEQUENTIAL)
                .memberUserIds(List.of(user))
                .build())
        .huntGroup()
        .huntGroupId();
  }

  private static String attendant(Tenant tenant) {
    return tenant
        .call(
            Operations.CREATE_AUTO_ATTENDANT,
            CreateAutoAttendantInput.builder()
                .name("Front desk")
                .greeting(new Greeting("Hello", null))
                .menu(List.of())
                .build())
        .autoAttendant()
        .autoAttendantId();
  }
}
