package org.carillon.server.people.users;

import org.carillon.api.model.DisassociatePhoneNumberFromUserInput;
import org.carillon.api.model.DisassociatePhoneNumberFromUserOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Takes the primary number from a user. */
final class DisassociatePhoneNumberFromUser
    implements WriteOperation<
        DisassociatePhoneNumberFromUserInput, DisassociatePhoneNumberFromUserOutput> {

  private final UserNumbers userNumbers;

  DisassociatePhoneNumberFromUser(UserNumbers userNumbers) {
    this.userNumbers = userNumbers;
  }

  @Override
  public DisassociatePhoneNumberFromUserOutput run(
      DisassociatePhoneNumberFromUserInput input, OperationContext context) {
    userNumbers.unassignPrimary(context, input.accountId(), input.userId());
    return new DisassociatePhoneNumberFromUserOutput();
  }
}
