package org.carillon.server.people.users;

import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;

/** The rule that an e-mail address belongs to one user of an organization. */
final class UserAddresses {

  private UserAddresses() {}

  /**
   * Refuses an address that a user of the organization has.
   *
   * @throws org.carillon.api.model.ConflictException saying who has it and since when
   */
  static void refuseTaken(UserStore users, OperationContext context, String email) {
    users.findByEmail(context, email).stream()
        .findFirst()
        .ifPresent(holder -> {
          throw Refusal.conflict(
              "Email %s belongs to user %s of account %s since %s; choose another, since an address"
                      .formatted(
                          email,
                          holder.userId(),
                          holder.accountId(),
                          users.get(context, holder.accountId(), holder.userId()).createdAt())
                  + " belongs to one user of an organization");
        });
  }
}
