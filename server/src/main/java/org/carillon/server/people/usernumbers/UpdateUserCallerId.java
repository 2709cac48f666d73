package org.carillon.server.people.usernumbers;

import java.util.Objects;
import org.carillon.api.model.UpdateUserCallerIdInput;
import org.carillon.api.model.UpdateUserCallerIdOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.UserAssignments;
import org.carillon.server.inventory.numbers.UserHolding;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;
import org.jspecify.annotations.Nullable;

/** Chooses which number others see when a user calls. */
final class UpdateUserCallerId
    implements WriteOperation<UpdateUserCallerIdInput, UpdateUserCallerIdOutput> {

  private final UserStore users;
  private final UserTelephonyStore telephony;
  private final UserAssignments assignments;

  UpdateUserCallerId(UserStore users, UserTelephonyStore telephony, UserAssignments assignments) {
    this.users = users;
    this.telephony = telephony;
    this.assignments = assignments;
  }

  @Override
  public UpdateUserCallerIdOutput run(UpdateUserCallerIdInput input, OperationContext context) {
    User user = users.lock(context, input.accountId(), input.userId());
    CallerId wanted = wanted(context, user, input.e164PhoneNumber());
    UserTelephony before = telephony.get(context, user.accountId(), user.userId());
    telephony.choose(context, user.userId(), wanted);
    UserTelephony after = telephony.get(context, user.accountId(), user.userId());
    if (Objects.equals(after.shown(), before.shown())) {
      return new UpdateUserCallerIdOutput(after.view());
    }
    users.saveRequiringSignIn(context, user.touched(context.now()));
    return new UpdateUserCallerIdOutput(
        telephony.get(context, user.accountId(), user.userId()).view());
  }

  /** The number as the user has it now, or null to show the primary one. */
  private @Nullable CallerId wanted(OperationContext context, User user, @Nullable String number) {
    if (number == null) {
      return null;
    }
    E164 e164 = E164.of("E164PhoneNumber", number);
    UserHolding had = assignments.holdingOf(context, user.holder(), e164);
    context.auditSubject(e164.text());
    return new CallerId(had.numberId(), had.e164(), had.heldSince());
  }
}
