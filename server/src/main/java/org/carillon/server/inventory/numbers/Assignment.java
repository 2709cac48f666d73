package org.carillon.server.inventory.numbers;

import java.time.Instant;

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
}
