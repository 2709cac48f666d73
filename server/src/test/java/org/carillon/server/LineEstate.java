package org.carillon.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.Operations;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;

/**
 * The lines of an {@link Estate}: one to be kept, one to be deleted, one that a user leaves to
 * another, and one of a leaver.
 */
final class LineEstate {

  /** What an operation needs for itself alone has a name that begins with the operation. */
  static final List<String> NAMES =
      List.of(
          "LineId",
          "DeleteLine LineId",
          "DisassociateUserFromLine LineId",
          "RemoveVoiceServices LineId");

  private static final String LEAVER = "RemoveVoiceServices UserId";

  private LineEstate() {}

  /**
   * Makes them, a moment apart.
   *
   * @param numbers four that nobody has
   * @return their ids, and those of their users, by the names of members of inputs
   */
  static Map<String, String> of(
      TestServer server, Tenant tenant, String account, String user, List<String> numbers) {
    tenant.order(numbers.toArray(String[]::new));
    server.sweep();
    String leaver = tenant.user(account, "leaver@" + tenant.id() + ".example");
    Map<String, String> made = people(user, leaver);
    for (int i = 0; i < NAMES.size(); i++) {
      server.pass(Duration.ofSeconds(1));
      String name = NAMES.get(i);
      List<String> users =
          switch (name) {
            case "RemoveVoiceServices LineId" -> List.of(leaver);
            case "DisassociateUserFromLine LineId" -> List.of(user, leaver);
            default -> List.of(user);
          };
      made.put(name, line(tenant, numbers.get(i), users));
    }
    return made;
  }

  private static String line(Tenant tenant, String e164, List<String> users) {
    return tenant
        .call(
            Operations.CREATE_LINE,
            CreateLineInput.builder()
                .e164PhoneNumber(e164)
                .name("Front desk")
                .assignedUserIds(users)
                .build())
        .line()
        .lineId();
  }

  /** The names that such things would have in an organization that does not exist. */
  static Map<String, String> nowhere(String user) {
    Map<String, String> made = people(user, UUID.randomUUID().toString());
    NAMES.forEach(name -> made.put(name, UUID.randomUUID().toString()));
    return made;
  }

  private static Map<String, String> people(String user, String leaver) {
    Map<String, String> people = new HashMap<>();
    people.put("AssignedUserId", user);
    people.put("DefaultInboxUserId", user);
    people.put(LEAVER, leaver);
    people.put("DisassociateUserFromLine UserId", leaver);
    return people;
  }
}
