package org.carillon.server.users;

import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.server.numbers.Assignments;
import org.carillon.server.numbers.PhoneNumber;
import org.carillon.server.numbers.PhoneNumberStore;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.Refusal;

/** Gives numbers to users and takes them back, with what that does to their permissions. */
public final class UserNumbers {

  private final UserStore users;
  private final PhoneNumberStore numbers;
  private final Assignments assignments;

  UserNumbers(UserStore users, PhoneNumberStore numbers, Assignments assignments) {
    this.users = users;
    this.numbers = numbers;
    this.assignments = assignments;
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
    if (number.productType() != PhoneNumberProductType.BUSINESS_CALLING) {
      assignments.refuseAssigned(call, number, "unassign it first");
      throw Refusal.badRequest(
          e164
              + " is a "
              + number.productType().value()
              + " number, and users are given BusinessCalling numbers only; change its product"
              + " type first");
    }
    switch (assignments.giveToUser(call, number, user.holder())) {
      case FIRST -> users.save(call, user.firstNumberGiven(call.now()));
      case FURTHER, ALREADY -> {
        // An additional number leaves the permissions alone.
      }
    }
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
  }
}
