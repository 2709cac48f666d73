package org.carillon.server.people.usernumbers;

import org.carillon.api.model.SwapPrimaryPhoneNumberInput;
import org.carillon.api.model.SwapPrimaryPhoneNumberOutput;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.E164;
import org.carillon.server.inventory.numbers.UserAssignments;
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
  public SwapPrimaryPhoneNumberOutput run(SwapPrimaryPhoneNumberInput input, Call call) {
    User user = users.lock(call, input.accountId(), input.userId());
    UserTelephony before = telephony.get(call, user.accountId(), user.userId());
    switch (assignments.swapPrimary(
        call, user.holder(), E164.of("E164PhoneNumber", input.e164PhoneNumber()))) {
      case EXCHANGED -> {
        // What others see would otherwise follow the primary number.
        telephony.choose(call, user.userId(), before.shown());
        users.saveToNotice(call, user.withOtherNumbers(call.now()));
      }
      case REPLACED -> {
        user.refuseSuspended();
        users.saveToNotice(call, user.withOtherNumbers(call.now()));
      }
      case ALREADY -> {
        // Nothing changed, so there is nothing to notice.
      }
    }
    return new SwapPrimaryPhoneNumberOutput(
        telephony.get(call, user.accountId(), user.userId()).view());
  }
}
