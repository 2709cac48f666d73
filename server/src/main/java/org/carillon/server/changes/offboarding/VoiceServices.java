package org.carillon.server.changes.offboarding;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carillon.api.model.VoiceServicesRemoval;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.calls.entries.FlowEntries;
import org.carillon.server.calls.flows.UserRemoval;
import org.carillon.server.calls.lines.UserLines;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.numbers.UserAssignments;
import org.carillon.server.inventory.numbers.UserHolding;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.people.devices.Device;
import org.carillon.server.people.devices.Devices;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;

/** Removes a user's telephony: on request, on suspension, or with the account. */
public final class VoiceServices {

  private static final int MAX_NUMBERS = Assignments.OF_A_USER.value() + UserLines.LINES_A_USER;

  private final UserStore users;
  private final PhoneNumberStore numbers;
  private final Assignments assignments;
  private final UserAssignments holdings;
  private final Devices devices;
  private final FlowEntries flows;
  private final UserRemoval flowRemoval;
  private final UserLines lines;

  VoiceServices(
      UserStore users,
      NumbersFeature numbers,
      Devices devices,
      FlowEntries flows,
      UserRemoval flowRemoval,
      UserLines lines) {
    this.users = users;
    this.numbers = numbers.numbers();
    this.assignments = numbers.assignments();
    this.holdings = numbers.userAssignments();
    this.devices = devices;
    this.flows = flows;
    this.flowRemoval = flowRemoval;
    this.lines = lines;
  }

  /**
   * Returns the services that {@link #remove} would remove.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has no such user
   */
  public VoiceServicesRemoval preview(OperationContext context, String accountId, String userId) {
    User user = users.get(context, accountId, userId);
    List<UserHolding> held = held(context, userId);
    List<UserHolding> own = own(held);
    List<UserLines.LineMembership> memberships = lines.memberships(context, lineIds(held), userId);
    return new AssignedServices(
            user.holder(),
            own,
            devices.ofUser(context, userId),
            flowRemoval.preview(context, userId, e164s(own, List.of())),
            memberships,
            null,
            entriesOfLines(context, userId, own, memberships))
        .view(user.telephony())
        .build();
  }

  /** Returns the entries that lead to lines that can be dissolved, as if all of them were. */
  private List<UserRemoval.RemovedEntry> entriesOfLines(
      OperationContext context,
      String userId,
      List<UserHolding> own,
      List<UserLines.LineMembership> memberships) {
    List<UserLines.LineMembership> last =
        memberships.stream().filter(UserLines.LineMembership::last).toList();
    Set<E164> e164s = e164s(List.of(), last);
    return last.isEmpty()
        ? List.of()
        : flowRemoval.preview(context, userId, e164s(own, List.of()), e164s).stream()
            .filter(each -> E164.texts(e164s).contains(each.entry().to().value()))
            .toList();
  }

  /**
   * Removes everything at one instant. It acquires the lock for call flows, so call it before any
   * row lock. Remove several users in the order of their ids.
   *
   * @param decisions the successor or dissolution of each line whose last assigned user leaves
   * @return the removed services
   * @throws org.carillon.api.model.NotFoundException when the account has no such user, or the
   *     organization no such successor
   * @throws org.carillon.api.model.ConflictException when a line would be left without an assigned
   *     user
   * @throws org.carillon.api.model.BadRequestException when a decision makes no sense, or a
   *     successor is suspended
   */
  public VoiceServicesRemoval remove(
      OperationContext context,
      String accountId,
      String userId,
      List<UserLines.Decision> decisions) {
    flows.serializeEdits(context);
    User user = users.lock(context, accountId, userId);
    List<UserHolding> held = held(context, userId);
    UserLines.Leaving leaving = lines.plan(context, userId, lineIds(held), decisions);
    users.lockAll(context, leaving.userIds());
    List<UserHolding> own = own(held);
    UserRemoval.Plan leading = flowRemoval.plan(context, userId, e164s(own, dissolved(leaving)));
    List<Device> had = devices.lockOfUser(context, userId);
    Collection<PhoneNumber> locked =
        numbers.lockAll(context, held.stream().map(UserHolding::e164).toList()).values();
    // All rows are locked, so now is later than the last change of each.
    flowRemoval.remove(context, leading);
    List<Device> freed = devices.free(context, had);
    Set<String> requiringSignIn = new TreeSet<>(unassign(context, user, own, locked));
    requiringSignIn.addAll(lines.leave(context, leaving));
    return new AssignedServices(
            user.holder(),
            own,
            freed,
            leading.entries(),
            leaving.memberships(),
            leaving.decisions(),
            List.of())
        .view(user.telephony())
        .signInRequiredUserIds(List.copyOf(requiringSignIn))
        .build();
  }

  private static List<UserLines.LineMembership> dissolved(UserLines.Leaving leaving) {
    return leaving.memberships().stream().filter(leaving::dissolves).toList();
  }

  private static Set<E164> e164s(
      List<UserHolding> own, List<UserLines.LineMembership> memberships) {
    return Stream.concat(
            own.stream().map(UserHolding::e164),
            memberships.stream().map(UserLines.LineMembership::e164))
        .collect(toSet());
  }

  /** Returns the user, who must sign in again, unless there was nothing to unassign. */
  private Set<String> unassign(
      OperationContext context, User user, List<UserHolding> own, Collection<PhoneNumber> locked) {
    if (own.isEmpty() && !user.isPermittedAnything()) {
      return Set.of();
    }
    List<NumberKey> taken = own.stream().map(UserHolding::numberId).toList();
    for (PhoneNumber each : locked) {
      if (taken.contains(each.numberId())) {
        assignments.unassign(context, each, user.holder());
      }
    }
    users.saveRequiringSignIn(context, user.withTelephonyOff(context.now()));
    // Their rows are locked again, line by line.
    context.transaction().allowRelock();
    return Set.of(user.userId());
  }

  private List<UserHolding> held(OperationContext context, String userId) {
    return holdings.page(context, userId, TimeCursor.OLDEST_FIRST, MAX_NUMBERS);
  }

  private static List<UserHolding> own(List<UserHolding> held) {
    return held.stream().filter(each -> !each.role().isLineMember()).toList();
  }

  private static List<String> lineIds(List<UserHolding> held) {
    return held.stream()
        .map(UserHolding::line)
        .filter(line -> line != null)
        .map(line -> line.holderId())
        .toList();
  }
}
