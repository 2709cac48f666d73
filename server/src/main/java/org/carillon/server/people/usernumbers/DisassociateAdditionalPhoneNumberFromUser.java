package org.carillon.server.people.usernumbers;

import org.carillon.api.model.DisassociateAdditionalPhoneNumberFromUserInput;
import org.carillon.api.model.DisassociateAdditionalPhoneNumberFromUserOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.people.users.UserNumbers;

/** Takes an additional number from a user. */
final class DisassociateAdditionalPhoneNumberFromUser
    implements WriteOperation<
        DisassociateAdditionalPhoneNumberFromUserInput,
        DisassociateAdditionalPhoneNumberFromUserOutput> {

  private final UserNumbers userNumbers;
  private final UserTelephonyStore telephony;

  DisassociateAdditionalPhoneNumberFromUser(UserNumbers userNumbers, UserTelephonyStore telephony) {
    this.userNumbers = userNumbers;
    this.telephony = telephony;
  }

  @Override
  public DisassociateAdditionalPhoneNumberFromUserOutput run(
      DisassociateAdditionalPhoneNumberFromUserInput input, OperationContext context) {
    userNumbers.unassignAdditional(
        context,
        input.accountId(),
        input.userId(),
        E164.of("E164PhoneNumber", input.e164PhoneNumber()));
    return new DisassociateAdditionalPhoneNumberFromUserOutput(
        telephony.get(context, input.accountId(), input.userId()).view());
  }
}
