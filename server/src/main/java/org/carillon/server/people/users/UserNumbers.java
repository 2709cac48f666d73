package org.carillon.server.people.users;

import static java.util.Objects.requireNonNull;

import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Assignment;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.numbers.UserAssignments;
import org.carillon.server.inventory.pool.E164;

/** Assigns numbers to users and unassigns them, with the effect on permissions. */
public final class UserNumbers {

  private final UserStore users;
  private final PhoneNumberStore numbers;
  private final Assignments assignments;
  private final UserAssignments userAssignments;

  UserNumbers(UserStore users, NumbersFeature numbers) {
    this.users = users;
    this.numbers = numbers.numbers();
    this.assignments = numbers.assignments();
    this.userAssignments = numbers.userAssignments();
  }

  /**
   * Assigns a number to a user; one that the user has already stays as it is.
   *
   * @throws org.carillon.api.model.BadRequestException when the user is suspended, or the number is
   *     not BusinessCalling or not Unassigned
   * @throws org.carillon.api.model.NotFoundException when there is no such user or number
   */
  public void assign(OperationContext context, String accountId, String userId, E164 e164) {
    User user = users.lock(context, accountId, userId);
    user.refuseSuspended();
    PhoneNumber number = numbers.lock(context, e164);
    userAssignments.refuseWrongProduct(context, number);
    switch (assignments.assignToUser(context, number, user.holder())) {
      case FIRST -> users.saveRequiringSignIn(context, user.withTelephonyOff(context.now()));
      case FURTHER -> users.saveRequiringSignIn(context, user.touched(context.now()));
      case ALREADY -> {
        // Nothing changed, so that no sign-in is required.
      }
    }
  }

  /** Returns whether a number is that user's, alone or as a member of a line. */
  public boolean isOf(OperationContext context, PhoneNumber number, String userId) {
    return assignments.of(context, number).stream()
        .anyMatch(each -> each.holder().holderId().equals(userId));
  }

  /**
   * Returns the count of numbers of a user who may get another one by {@link #assign}, without
   * checking the limit of {@link Assignments#OF_A_USER}.
   *
   * @throws org.carillon.api.model.BadRequestException when the user is suspended
   * @throws org.carillon.api.model.NotFoundException when there is no such user
   */
  public int held(OperationContext context, String accountId, String userId) {
    users.get(context, accountId, userId).refuseSuspended();
    return assignments.numbersOf(context, userId);
  }

  /**
   * Unassigns the primary number of a user; the longest-held additional one takes its place. The
   * permissions stay, until the next first number turns them off.
   *
   * @throws org.carillon.api.model.BadRequestException when the user has no number
   * @throws org.carillon.api.model.NotFoundException when there is no such user
   */
  public void unassignPrimary(OperationContext context, String accountId, String userId) {
    unassignPrimary(context, users.lock(context, accountId, userId));
  }

  /**
   * Unassigns an additional number from a user.
   *
   * @throws org.carillon.api.model.BadRequestException when it is the primary one, of a line, or
   *     not the user's
   * @throws org.carillon.api.model.NotFoundException when there is no such user or number
   */
  public void unassignAdditional(
      OperationContext context, String accountId, String userId, E164 e164) {
    unassignAdditional(context, users.lock(context, accountId, userId), e164);
  }

  /**
   * Unassigns a number of a user's own, primary or additional.
   *
   * @param held the assignment of the number to the user, not locked
   * @throws org.carillon.api.model.BadRequestException when it is not the user's any more
   * @throws org.carillon.api.model.NotFoundException when there is no such user or number any more
   */
  public void unassign(OperationContext context, E164 e164, Assignment held) {
    Holder holder = held.holder();
    User user = users.lock(context, requireNonNull(holder.accountId()), holder.holderId());
    if (userAssignments.isPrimary(context, holder, held.numberId())) {
      unassignPrimary(context, user);
    } else {
      unassignAdditional(context, user, e164);
    }
  }

  private void unassignAdditional(OperationContext context, User user, E164 e164) {
    userAssignments.unassignAdditional(context, user.holder(), e164);
    users.saveRequiringSignIn(context, user.touched(context.now()));
  }

  private void unassignPrimary(OperationContext context, User user) {
    if (assignments.unassignPrimary(context, user.userId()).isEmpty()) {
      throw Refusal.badRequest("user " + user.describe() + " has no phone number to disassociate");
    }
    users.saveRequiringSignIn(context, user.touched(context.now()));
  }
}
