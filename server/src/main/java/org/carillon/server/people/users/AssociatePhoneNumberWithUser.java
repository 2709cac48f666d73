package org.carillon.server.people.users;

import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.AssociatePhoneNumberWithUserOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.pool.E164;

/** Gives a number of the inventory to a user. */
final class AssociatePhoneNumberWithUser
    implements WriteOperation<
        AssociatePhoneNumberWithUserInput, AssociatePhoneNumberWithUserOutput> {

  private final UserNumbers userNumbers;

  AssociatePhoneNumberWithUser(UserNumbers userNumbers) {
    this.userNumbers = userNumbers;
  }

  @Override
  public AssociatePhoneNumberWithUserOutput run(
      AssociatePhoneNumberWithUserInput input, OperationContext context) {
    userNumbers.assign(
        context,
        input.accountId(),
        input.userId(),
        E164.of("E164PhoneNumber", input.e164PhoneNumber()));
    return new AssociatePhoneNumberWithUserOutput();
  }
}
