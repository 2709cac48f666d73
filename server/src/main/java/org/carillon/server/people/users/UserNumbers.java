package org.carillon.server.people.users;

import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.numbers.UserAssignments;

/** Gives numbers to users and takes them back, with what that does to their permissions. */
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
   * Gives a number to a user; one that the user has already stays as it is.
   *
   * @param e164 with its leading plus
   * @throws org.carillon.api.model.BadRequestException when the user is suspended, or the number is
   *     not BusinessCalling or not Unassigned
   * @throws org.carillon.api.model.NotFoundException when there is no such user or number
   */
  public void give(Call call, String accountId, String userId, String e164) {
    User user = users.lock(call, accountId, userId);
    user.refuseSuspended();
    PhoneNumber number = numbers.get(call, e164);
    userAssignments.refuseUnfit(call, number);
    switch (assignments.giveToUser(call, number, user.holder())) {
      case FIRST -> users.saveToNotice(call, user.firstNumberGiven(call.now()));
      case FURTHER -> users.saveToNotice(call, user.withOtherNumbers(call.now()));
      case ALREADY -> {
        // Nothing changed, so there is nothing to notice.
      }
    }
  }

  /** Whether a number is that user's, be it as one of several who share it. */
  public boolean isOf(Call call, PhoneNumber number, String userId) {
    return assignments.of(call, number).stream()
        .anyMatch(each -> each.holder().holderId().equals(userId));
  }

  /**
   * How many numbers a user has who could be given another one by {@link #give}, the limit of
   * {@link Assignments#NUMBERS_A_USER} aside.
   *
   * @throws org.carillon.api.model.BadRequestException when the user is suspended
   * @throws org.carillon.api.model.NotFoundException when there is no such user
   */
  public int held(Call call, String accountId, String userId) {
    users.find(call, accountId, userId).refuseSuspended();
    return assignments.numbersOf(call, userId);
  }

  /**
   * Takes the primary number from a user; the longest-held additional one takes its place. The
   * permissions stay, until the next first number turns them off.
   *
   * @throws org.carillon.api.model.BadRequestException when the user has no number
   * @throws org.carillon.api.model.NotFoundException when there is no such user
   */
  public void takePrimary(Call call, String accountId, String userId) {
    User user = users.lock(call, accountId, userId);
    if (assignments.takePrimary(call, userId).isEmpty()) {
      throw Refusal.badRequest("user " + user.words() + " has no phone number to disassociate");
    }
    users.saveToNotice(call, user.withOtherNumbers(call.now()));
  }
}
