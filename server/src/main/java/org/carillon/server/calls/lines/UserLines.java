package org.carillon.server.calls.lines;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.LineConfiguration;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/** Removes a user from lines, and finds the lines that would have no assigned user. */
public final class UserLines {

  /** The most lines that one user is a member of. */
  public static final int LINES_A_USER = LineMemberships.OF_A_USER.value();

  /** The most users that one removal locks. */
  private static final int MAX_USERS = 1000;

  private static final int NAMED = 5;

  private final LineStore lines;
  private final LineMemberStore members;
  private final LineEditor editor;

  UserLines(LineStore lines, LineMemberStore members, LineEditor editor) {
    this.lines = lines;
    this.members = members;
    this.editor = editor;
  }

  /**
   * A user's membership of a line.
   *
   * @param assigned whether the line is assigned to the user, who is outbound-only otherwise
   * @param last whether nobody else is assigned
   * @param inbox whether the line's voicemails go to the user's inbox
   */
  public record LineMembership(
      String lineId, E164 e164, String name, boolean assigned, boolean last, boolean inbox) {

    private String describe() {
      return "line " + name + " (" + e164 + ", " + lineId + ")";
    }
  }

  /**
   * The decision on a line.
   *
   * @param successorUserId the new assigned user; null when the line is dissolved
   */
  public record Decision(String lineId, @Nullable String successorUserId) {}

  /**
   * The leaving of a user from locked lines.
   *
   * @param memberships those that end
   * @param decisions what becomes of lines, by their ids
   * @param userIds all affected users, to be locked before numbers
   */
  public record Leaving(
      String userId,
      List<LineMembership> memberships,
      Map<String, Decision> decisions,
      Set<String> userIds) {

    /** Returns whether the line of that membership is dissolved. */
    public boolean dissolves(LineMembership membership) {
      Decision decision = decisions.get(membership.lineId());
      return decision != null && decision.successorUserId() == null;
    }
  }

  /** Returns the memberships of a user in those of the lines that exist. */
  public List<LineMembership> memberships(
      OperationContext context, Collection<String> lineIds, String userId) {
    Map<String, LineStore.CountedLine> found = lines.countedLines(context, lineIds);
    Map<NumberKey, Role> roles = members.roles(context, userId);
    return lineIds.stream()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .flatMap(head -> membership(head, roles.get(head.line().numberId()), userId).stream())
        .toList();
  }

  private static Optional<LineMembership> membership(
      LineStore.CountedLine head, @Nullable Role role, String userId) {
    Line line = head.line();
    LineConfiguration now = line.configuration();
    return Optional.ofNullable(role)
        .map(member ->
            new LineMembership(
                line.lineId(),
                line.e164(),
                now.name(),
                member == Role.ASSIGNEE,
                member == Role.ASSIGNEE && head.assigned() == 1,
                userId.equals(now.defaultInboxUserId())));
  }

  /**
   * Locks the lines and prepares the leaving of a user. The caller holds the organization's lock
   * for call flows.
   *
   * @param lineIds lines that have the user as a member
   * @throws org.carillon.api.model.ConflictException when a line would be left without an assigned
   *     user, naming each
   * @throws org.carillon.api.model.BadRequestException when a decision is about a line that the
   *     user is not assigned to, or one of several, or would dissolve what others are assigned to,
   *     or when all of them concern more than 1,000 people
   */
  public Leaving plan(
      OperationContext context,
      String userId,
      Collection<String> lineIds,
      List<Decision> decisions) {
    List<LineStore.LineRow> locked =
        lineIds.stream().sorted().map(lineId -> lines.lock(context, lineId)).toList();
    // In the order of the preview.
    List<LineMembership> memberships = memberships(context, lineIds, userId);
    Map<String, LineMembership> assigned =
        memberships.stream()
            .filter(LineMembership::assigned)
            .collect(toMap(LineMembership::lineId, identity()));
    Set<String> decided = new HashSet<>();
    for (Decision each : decisions) {
      if (!decided.add(each.lineId())) {
        throw Refusal.badRequest(
            "LineDecisions has two decisions on line "
                + each.lineId()
                + "; give one for each line");
      }
      verify(userId, each, assigned.get(each.lineId()));
    }
    refuseUndecided(memberships, decided);
    return new Leaving(
        userId,
        memberships,
        decisions.stream().collect(toMap(Decision::lineId, identity())),
        concerned(userId, locked, decisions));
  }

  /** A dissolved line affects all its members; otherwise others keep their memberships. */
  private static Set<String> concerned(
      String userId, List<LineStore.LineRow> locked, List<Decision> decisions) {
    Set<String> concerned = new HashSet<>(Set.of(userId));
    Set<String> dissolved = new HashSet<>();
    for (Decision each : decisions) {
      String successor = each.successorUserId();
      if (successor == null) {
        dissolved.add(each.lineId());
      } else {
        concerned.add(successor);
      }
    }
    locked.stream()
        .filter(entry -> dissolved.contains(entry.line().lineId()))
        .flatMap(entry -> entry.members().stream())
        .forEach(member -> concerned.add(member.userId()));
    if (concerned.size() > MAX_USERS) {
      throw Refusal.badRequest(
          ("LineDecisions affect %d users, and the limit of one removal is %d; dissolve"
                      + " some of the lines")
                  .formatted(concerned.size(), MAX_USERS)
              + " with DeleteLine first");
    }
    return Set.copyOf(concerned);
  }

  private static void verify(
      String userId, Decision decision, @Nullable LineMembership membership) {
    if (membership == null) {
      throw Refusal.badRequest(
          "LineDecisions has line "
              + decision.lineId()
              + ", to which user "
              + userId
              + " is not assigned; leave the line out");
    }
    if (userId.equals(decision.successorUserId())) {
      throw Refusal.badRequest(
          "SuccessorUserId "
              + userId
              + " is the user who leaves "
              + membership.describe()
              + "; choose another user");
    }
    if (decision.successorUserId() == null && !membership.last()) {
      throw Refusal.badRequest(
          membership.describe()
              + " has other assigned users, so it cannot be dissolved with this user; dissolve it"
              + " with DeleteLine");
    }
  }

  private static void refuseUndecided(List<LineMembership> memberships, Set<String> decided) {
    List<String> undecided =
        memberships.stream()
            .filter(membership -> membership.last() && !decided.contains(membership.lineId()))
            .map(LineMembership::describe)
            .toList();
    if (!undecided.isEmpty()) {
      int more = undecided.size() - NAMED;
      throw Refusal.conflict(
          "no user would be assigned to "
              + String.join(", ", undecided.subList(0, Math.min(NAMED, undecided.size())))
              + (more > 0 ? " and %d others".formatted(more) : "")
              + "; add a decision with a SuccessorUserId or Dissolve to LineDecisions");
    }
  }

  /**
   * Takes the user off the lines at the context's now; each line is a revision later or dissolved.
   *
   * @return the users who must sign in again
   * @throws org.carillon.api.model.NotFoundException when a successor is no user of the
   *     organization
   * @throws org.carillon.api.model.BadRequestException when a successor is suspended
   */
  public Set<String> leave(OperationContext context, Leaving leaving) {
    Set<String> requiringSignIn = new HashSet<>();
    for (LineMembership membership : leaving.memberships()) {
      Decision decision = leaving.decisions().get(membership.lineId());
      LineStore.LineRow entry = lines.get(context, membership.lineId());
      if (leaving.dissolves(membership)) {
        requiringSignIn.addAll(editor.dissolve(context, entry));
      } else {
        LineConfiguration wanted =
            without(
                entry.line().configuration(),
                leaving.userId(),
                decision == null ? null : decision.successorUserId());
        requiringSignIn.addAll(
            editor
                .replace(context, entry, wanted, "LineDecisions, " + entry.line().describe())
                .requiringSignIn());
      }
    }
    return requiringSignIn;
  }

  private static LineConfiguration without(
      LineConfiguration before, String userId, @Nullable String successor) {
    List<String> assigned = new ArrayList<>(before.assignedUserIds());
    assigned.remove(userId);
    if (successor != null && !assigned.contains(successor)) {
      assigned.add(successor);
    }
    List<String> callerIds =
        before.outboundOnlyUserIds() == null
            ? List.of()
            : before.outboundOnlyUserIds().stream()
                .filter(each -> !each.equals(userId) && !each.equals(successor))
                .toList();
    return new LineConfiguration(
        before.name(),
        assigned,
        callerIds,
        userId.equals(before.defaultInboxUserId()) ? successor : before.defaultInboxUserId(),
        before.callFlow(),
        before.ringSeconds(),
        before.recordVisibility());
  }
}
