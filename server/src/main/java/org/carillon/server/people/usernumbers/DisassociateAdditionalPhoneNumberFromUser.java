package org.carillon.server.people.usernumbers;

import org.carillon.api.model.DisassociateAdditionalPhoneNumberFromUserInput;
import org.carillon.api.model.DisassociateAdditionalPhoneNumberFromUserOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.UserAssignments;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;

/** Takes an additional number from a user. */
final class DisassociateAdditionalPhoneNumberFromUser
    implements WriteOperation<
        DisassociateAdditionalPhoneNumberFromUserInput,
        DisassociateAdditionalPhoneNumberFromUserOutput> {

  private final UserStore users;
  private final UserTelephonyStore telephony;
  private final UserAssignments assignments;

  DisassociateAdditionalPhoneNumberFromUser(
      UserStore users, UserTelephonyStore telephony, UserAssignments assignments) {
    this.users = users;
    this.telephony = telephony;
    this.assignments = assignments;
  }

  @Override
  public DisassociateAdditionalPhoneNumberFromUserOutput run(
      DisassociateAdditionalPhoneNumberFromUserInput input, OperationContext context) {
    User user = users.lock(context, input.accountId(), input.userId());
    assignments.unassignAdditional(
        context, user.holder(), E164.of("E164PhoneNumber", input.e164PhoneNumber()));
    users.saveRequiringSignIn(context, user.touched(context.now()));
    return new DisassociateAdditionalPhoneNumberFromUserOutput(
        telephony.get(context, user.accountId(), user.userId()).view());
  }
}
