package org.carillon.server.calls.lines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.LineConfiguration;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Role;

/**
 * The users of a line, to whom one is added or from whom one is taken.
 *
 * @param line as it is before
 * @param places of its users, longest first in each role
 */
record LineUsers(Line line, Map<String, Role> places) {

  /** As the model bounds the list of UpdateLine. */
  static final Limit ASSIGNED =
      Limit.fixed(200, "assigned users", "a line", "disassociate one first");

  /** As the model bounds the list of UpdateLine. */
  static final Limit OUTBOUND_ONLY =
      Limit.fixed(200, "outbound-only users", "a line", "disassociate one first");

  static LineUsers of(Line line) {
    return new LineUsers(line, Line.roles(line.configuration()));
  }

  /** The role of a user, or nothing for a user without a place. */
  Optional<Role> role(String userId) {
    return Optional.ofNullable(places.get(userId));
  }

  /**
   * Returns the configuration in which a user has that role.
   *
   * @throws org.carillon.api.model.ConflictException when nobody would be assigned any more
   * @throws org.carillon.api.model.ResourceLimitExceededException when the line has as many users
   *     in that role as there may be
   */
  LineConfiguration with(OperationContext context, String userId, Role role) {
    Map<String, Role> after = new LinkedHashMap<>(places);
    after.remove(userId);
    after.put(userId, role);
    Limit limit = role == Role.ASSIGNEE ? ASSIGNED : OUTBOUND_ONLY;
    limit.refuseBeyond(context, line.describe(), 1, most -> in(after, role).size() - 1);
    return configuration(userId, after);
  }

  /**
   * Returns the configuration without a user.
   *
   * @throws org.carillon.api.model.ConflictException when the user has no place, or nobody would be
   *     assigned any more
   */
  LineConfiguration without(String userId) {
    Map<String, Role> after = new LinkedHashMap<>(places);
    if (after.remove(userId) == null) {
      throw Refusal.conflict(
          "user " + userId + " has no place in " + line.describe() + "; GetLine shows who has");
    }
    return configuration(userId, after);
  }

  private LineConfiguration configuration(String userId, Map<String, Role> after) {
    LineConfiguration before = line.configuration();
    List<String> assigned = in(after, Role.ASSIGNEE);
    if (assigned.isEmpty()) {
      throw Refusal.conflict(
          "user "
              + userId
              + " is the last one assigned to "
              + line.describe()
              + "; assign another user first or delete the line");
    }
    String inbox = before.defaultInboxUserId();
    return new LineConfiguration(
        before.name(),
        assigned,
        in(after, Role.OUTBOUND),
        inbox != null && assigned.contains(inbox) ? inbox : null,
        before.callFlow(),
        before.ringSeconds(),
        before.recordVisibility());
  }

  private static List<String> in(Map<String, Role> places, Role role) {
    List<String> found = new ArrayList<>();
    places.forEach((userId, each) -> {
      if (each == role) {
        found.add(userId);
      }
    });
    return found;
  }
}
