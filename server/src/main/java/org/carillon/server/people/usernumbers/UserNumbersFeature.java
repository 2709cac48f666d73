package org.carillon.server.people.usernumbers;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.UserAssignments;
import org.carillon.server.people.users.UserNumbers;
import org.carillon.server.people.users.UserStore;
import org.carillon.server.people.users.UsersFeature;

/** Puts the numbers of users together: the operations on them. */
public final class UserNumbersFeature implements Feature {

  private final UserTelephonyStore telephony = new UserTelephonyStore();
  private final Pages pages;
  private final UserStore users;
  private final UserNumbers userNumbers;
  private final UserAssignments assignments;

  /** The numbers that those users have of those. */
  public UserNumbersFeature(Platform platform, UsersFeature users, NumbersFeature numbers) {
    this.pages = platform.pages();
    this.users = users.users();
    this.userNumbers = users.userNumbers();
    this.assignments = numbers.userAssignments();
  }

  /** The operations on the numbers of users. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.LIST_USER_PHONE_NUMBERS,
            new ListUserPhoneNumbers(telephony, assignments, pages)),
        new OperationBinding<>(Operations.GET_USER_TELEPHONY, new GetUserTelephony(telephony)),
        new OperationBinding<>(
            Operations.SWAP_PRIMARY_PHONE_NUMBER,
            new SwapPrimaryPhoneNumber(users, telephony, assignments)),
        new OperationBinding<>(
            Operations.DISASSOCIATE_ADDITIONAL_PHONE_NUMBER_FROM_USER,
            new DisassociateAdditionalPhoneNumberFromUser(userNumbers, telephony)),
        new OperationBinding<>(Operations.GET_USER_CALLER_ID, new GetUserCallerId(telephony)),
        new OperationBinding<>(
            Operations.UPDATE_USER_CALLER_ID,
            new UpdateUserCallerId(users, telephony, assignments)),
        new OperationBinding<>(
            Operations.REPORT_USER_SIGN_IN, new ReportUserSignIn(users, telephony)));
  }
}
