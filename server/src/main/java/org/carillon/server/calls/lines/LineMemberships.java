package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Assignment;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;
import org.jspecify.annotations.Nullable;

/** Begins and ends memberships of a line; unchanged memberships are not touched. */
final class LineMemberships {

  /** So few that all of them can be read at once. */
  static final Limit OF_A_USER = Limit.fixed(500, "lines", "a user", "remove the user from one");

  private final UserStore users;
  private final LineMemberStore members;
  private final Assignments assignments;

  LineMemberships(UserStore users, LineMemberStore members, Assignments assignments) {
    this.users = users;
    this.members = members;
    this.assignments = assignments;
  }

  /**
   * The memberships that end and begin.
   *
   * @param ending the memberships of users who lose them or get another role
   * @param beginning the roles that users get
   * @param people the locked users whose memberships change; they must sign in again
   */
  record MembershipChange(
      Map<String, LineMember> ending, Map<String, Role> beginning, Map<String, User> people) {}

  /**
   * Returns the changes to make and locks their users; the caller locks numbers later.
   *
   * @param present the memberships before
   * @param decision the name of the decision that gives a membership, for people; null when the
   *     lists of the line's configuration give it
   * @throws org.carillon.api.model.NotFoundException when a new member is not a user of the
   *     organization
   * @throws org.carillon.api.model.BadRequestException when a new member is suspended, or has as
   *     many lines as one user can have
   */
  MembershipChange prepare(
      OperationContext context,
      List<LineMember> present,
      Map<String, Role> wanted,
      @Nullable String decision) {
    Map<String, LineMember> ending =
        present.stream()
            .filter(member -> wanted.get(member.userId()) != member.role())
            .collect(toMap(LineMember::userId, member -> member));
    Map<String, Role> before =
        present.stream().collect(toMap(LineMember::userId, LineMember::role));
    Map<String, Role> beginning = new LinkedHashMap<>(wanted);
    beginning.entrySet().removeIf(each -> before.get(each.getKey()) == each.getValue());
    Set<String> concerned = new HashSet<>(ending.keySet());
    concerned.addAll(beginning.keySet());
    Map<String, User> people = users.lockAll(context, concerned);
    beginning.forEach((userId, role) -> verify(people.get(userId), userId, role, decision));
    Set<String> further = new HashSet<>(beginning.keySet());
    further.removeAll(before.keySet());
    members
        .lines(context, further)
        .forEach(
            (userId, lines) -> OF_A_USER.refuseBeyond(context, "user " + userId, 1, most -> lines));
    return new MembershipChange(ending, beginning, people);
  }

  private static void verify(
      @Nullable User user, String userId, Role role, @Nullable String decision) {
    String assigned = role == Role.ASSIGNEE ? "AssignedUserIds" : "OutboundOnlyUserIds";
    String member = requireNonNullElse(decision, assigned);
    if (user == null) {
      throw Refusal.notFound(
          "there is no user " + userId + " in this organization (" + member + ")");
    }
    user.refuseSuspended("the user cannot become a member of a line (" + member + ")");
  }

  /** Makes the changes, at the now of the context; the users must sign in again. */
  void apply(OperationContext context, PhoneNumber number, MembershipChange change) {
    for (Assignment each : assignments.of(context, number)) {
      if (each.role().isLineMember() && change.ending().containsKey(each.holder().holderId())) {
        assignments.removeLineMember(context, each);
      }
    }
    change
        .beginning()
        .forEach((userId, role) -> {
          User user = change.people().get(userId);
          if (user != null) {
            assignments.addLineMember(context, number, user.holder(), role);
          }
        });
    if (Stream.concat(
            change.ending().values().stream().map(LineMember::role),
            change.beginning().values().stream())
        .anyMatch(role -> role == Role.ASSIGNEE)) {
      assignments.lineMembersChanged(context, number);
    }
    requireSignIn(context, number, change);
  }

  /** Requires a new sign-in of the users whose memberships changed, and keeps their caller IDs. */
  void requireSignIn(OperationContext context, PhoneNumber number, MembershipChange change) {
    change
        .people()
        .forEach((userId, user) -> {
          LineMember former = change.ending().get(userId);
          if (former != null && change.beginning().containsKey(userId)) {
            users.carryCallerIdOver(context, user, number.numberId(), former.since());
          }
          users.saveRequiringSignIn(context, user.touched(context.now()));
        });
    // They may be locked again, for another line.
    context.transaction().allowRelock();
  }
}
