package org.carillon.server.inventory.numbers;

import java.time.Instant;
import org.carillon.api.model.PhoneNumberAssignment;
import org.carillon.server.inventory.pool.E164;

/**
 * An open assignment: a number and its holder now.
 *
 * @param heldSince the instant from which this holder has it, in any role
 * @param from the instant from which it has this role
 */
public record Assignment(
    long assignmentId,
    NumberKey numberId,
    Holder holder,
    Role role,
    Instant heldSince,
    Instant from) {

  /** Returns whether that holder has it. */
  boolean isOf(Holder other) {
    return holder.holderId().equals(other.holderId());
  }

  /** Returns holder and instant, for messages. */
  public String describe() {
    return holder.describe() + " since " + heldSince;
  }

  /** Returns the view for clients of an assignment of that number that ended at that instant. */
  public PhoneNumberAssignment ended(E164 e164, Instant at) {
    return PhoneNumberAssignment.builder()
        .e164PhoneNumber(e164.text())
        .holder(holder.view())
        .role(role.view())
        .assignedTimestamp(heldSince)
        .roleAssignedTimestamp(from)
        .endedTimestamp(at)
        .build();
  }
}
