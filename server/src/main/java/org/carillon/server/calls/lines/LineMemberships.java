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
  private final LineMemberStore seats;
  private final Assignments assignments;

  LineMemberships(UserStore users, LineMemberStore seats, Assignments assignments) {
    this.users = users;
    this.seats = seats;
    this.assignments = assignments;
  }

  /**
   * What has to happen for everybody to have the place that is wanted.
   *
   * @param ending the places of users who lose them or get another one
   * @param beginning the places that users get
   * @param people whose places change, locked; they have to sign in again to notice
   */
  record MembershipChange(
      Map<String, LineMember> ending, Map<String, Role> beginning, Map<String, User> people) {}

  /**
   * Finds out what has to happen and locks the users concerned; asked before numbers are locked.
   *
   * @param present the places that there are
   * @param decision which decision names those who get a place, for people; null when the lists of
   *     the line's configuration do
   * @throws org.carillon.api.model.NotFoundException when one who gets a place is no user of the
   *     organization
   * @throws org.carillon.api.model.BadRequestException when one is suspended, or has a place in as
   *     many lines as one can have
   */
  MembershipChange prepare(
      OperationContext context,
      List<LineMember> present,
      Map<String, Role> wanted,
      @Nullable String decision) {
    Map<String, LineMember> ending =
        present.stream()
            .filter(seat -> wanted.get(seat.userId()) != seat.role())
            .collect(toMap(LineMember::userId, seat -> seat));
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
    seats
        .lines(context, further)
        .forEach(
            (userId, lines) -> OF_A_USER.refuseBeyond(context, "user " + userId, 1, most -> lines));
    return new MembershipChange(ending, beginning, people);
  }

  private static void verify(
      @Nullable User user, String userId, Role role, @Nullable String decision) {
    String assigned = role == Role.ASSIGNEE ? "AssignedUserIds" : "CallerIdUserIds";
    String member = requireNonNullElse(decision, assigned);
    if (user == null) {
      throw Refusal.notFound(
          "there is no user " + userId + " in this organization (" + member + ")");
    }
    user.refuseSuspended("the user cannot become a member of a line (" + member + ")");
  }

  /** Does it, at the call's now; people have to sign in again to notice. */
  void apply(OperationContext context, PhoneNumber number, MembershipChange change) {
    for (Assignment each : assignments.of(context, number)) {
      if (each.role().isSeat() && change.ending().containsKey(each.holder().holderId())) {
        assignments.closeSeat(context, each);
      }
    }
    change
        .beginning()
        .forEach((userId, role) -> {
          User user = change.people().get(userId);
          if (user != null) {
            assignments.openSeat(context, number, user.holder(), role);
          }
        });
    if (Stream.concat(
            change.ending().values().stream().map(LineMember::role),
            change.beginning().values().stream())
        .anyMatch(role -> role == Role.ASSIGNEE)) {
      assignments.seatsChanged(context, number);
    }
    notice(context, number, change);
  }

  /** Lets those who are concerned know, once what concerns them is done. */
  void notice(OperationContext context, PhoneNumber number, MembershipChange change) {
    change
        .people()
        .forEach((userId, user) -> {
          LineMember former = change.ending().get(userId);
          if (former != null && change.beginning().containsKey(userId)) {
            users.keepShowing(context, user, number.numberId(), former.since());
          }
          users.saveToNotice(context, user.withOtherNumbers(context.now()));
        });
    // They may be locked again, for another line.
    context.transaction().allowRelock();
  }
}
