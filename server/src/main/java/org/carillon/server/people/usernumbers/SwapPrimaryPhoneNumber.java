package org.carillon.server.people.usernumbers;

import org.carillon.api.model.SwapPrimaryPhoneNumberInput;
import org.carillon.api.model.SwapPrimaryPhoneNumberOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.UserAssignments;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;

/** Makes another number the primary one of a user. */
final class SwapPrimaryPhoneNumber
    implements WriteOperation<SwapPrimaryPhoneNumberInput, SwapPrimaryPhoneNumberOutput> {

  private final UserStore users;
  private final UserTelephonyStore telephony;
  private final UserAssignments assignments;

  SwapPrimaryPhoneNumber(
      UserStore users, UserTelephonyStore telephony, UserAssignments assignments) {
    this.users = users;
    this.telephony = telephony;
    this.assignments = assignments;
  }

  @Override
  public SwapPrimaryPhoneNumberOutput run(
      SwapPrimaryPhoneNumberInput input, OperationContext context) {
    User user = users.lock(context, input.accountId(), input.userId());
    UserTelephony before = telephony.get(context, user.accountId(), user.userId());
    switch (assignments.swapPrimary(
        context, user.holder(), E164.of("E164PhoneNumber", input.e164PhoneNumber()))) {
      case EXCHANGED -> {
        // Otherwise the caller ID would follow the primary number.
        telephony.choose(context, user.userId(), before.shown());
        users.saveRequiringSignIn(context, user.touched(context.now()));
      }
      case REPLACED -> {
        user.refuseSuspended();
        users.saveRequiringSignIn(context, user.touched(context.now()));
      }
      case ALREADY -> {
        // Nothing changed, so that no sign-in is required.
      }
    }
    return new SwapPrimaryPhoneNumberOutput(
        telephony.get(context, user.accountId(), user.userId()).view());
  }
}
