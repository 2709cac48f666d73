package org.carillon.server.inventory.numbers;

import java.util.Optional;
import org.carillon.api.model.PhoneNumberStatus;

/** The stored part of a number's state; deadlines and assignments tell the rest. */
public enum Phase {
  /** The number is ordered, and its supplier has not answered. */
  ACQUIRING,
  /** The supplier refused the order. */
  FAILED,
  /** The number is in the inventory, whether assigned or not. */
  HELD,
  /** The number is in the deletion queue, or past its deadline and not released yet. */
  DELETED,
  /** The number has gone back to its supplier; the row remains for the history. */
  RELEASED;

  /** Returns the phase of all numbers in that status; empty when no number is ever in it. */
  public static Optional<Phase> of(PhoneNumberStatus status) {
    return switch (status) {
      case ACQUIRE_IN_PROGRESS -> Optional.of(ACQUIRING);
      case ACQUIRE_FAILED -> Optional.of(FAILED);
      case UNASSIGNED, ASSIGNED -> Optional.of(HELD);
      case DELETE_IN_PROGRESS, RELEASE_IN_PROGRESS, RELEASE_FAILED -> Optional.of(DELETED);
      // A deletion here is a change of our own row, which does not fail half way; nothing is
      // ported.
      case DELETE_FAILED, CANCELLED, PORTIN_CANCEL_REQUESTED, PORTIN_IN_PROGRESS ->
          Optional.empty();
    };
  }
}
