package org.carillon.server.inventory.numbers;

import java.time.Instant;
import org.carillon.api.model.UserPhoneNumber;
import org.carillon.api.model.UserPhoneNumberRole;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * A number that a user has now, alone or with others on a line.
 *
 * @param heldSince the instant from which the user has it, in any role
 * @param from the instant from which it has this role
 * @param line the line whose number it is; null for a number of the user's own
 */
public record UserHolding(
    NumberKey numberId,
    E164 e164,
    Role role,
    Instant heldSince,
    Instant from,
    @Nullable Holder line) {

  /**
   * Returns the view for clients.
   *
   * @param shown whether others see it when the user calls
   */
  public UserPhoneNumber view(boolean shown) {
    return UserPhoneNumber.builder()
        .phoneNumberId(e164.id())
        .e164PhoneNumber(e164.text())
        .role(
            switch (role) {
              case PRIMARY -> UserPhoneNumberRole.PRIMARY;
              case ADDITIONAL -> UserPhoneNumberRole.ADDITIONAL;
              case ASSIGNEE -> UserPhoneNumberRole.ASSIGNED;
              case OUTBOUND -> UserPhoneNumberRole.OUTBOUND_ONLY;
              case TRUNK, RULE, LINE ->
                  throw new IllegalStateException("a user cannot have a number as " + role);
            })
        .assignedTimestamp(heldSince)
        .roleAssignedTimestamp(from)
        .shown(shown)
        .lineId(line == null ? null : line.holderId())
        .lineName(line == null ? null : line.name())
        .build();
  }
}
