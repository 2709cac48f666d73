package org.carillon.server.inventory.numbers;

import java.time.Instant;

/**
 * An open entry of the ledger: who holds a number now.
 *
 * @param heldSince since when this holder has it, whatever its role
 * @param from since when in this role
 */
public record Assignment(
    long assignmentId, long numberId, Holder holder, Role role, Instant heldSince, Instant from) {

  /** Whether it is that holder's. */
  boolean isOf(Holder other) {
    return holder.holderId().equals(other.holderId());
  }

  /** Who has it and since when, as a message says it. */
  public String describe() {
    return holder.describe() + " since " + heldSince;
  }
}
