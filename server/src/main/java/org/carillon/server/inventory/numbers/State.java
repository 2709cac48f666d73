package org.carillon.server.inventory.numbers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of a tenure; docs/number-states.md draws the transitions. */
public sealed interface State {

  /**
   * Its supplier is being asked; it claims nothing, so others may be waiting for the same number.
   */
  record Acquiring() implements State {}

  /** The supplier said no; claims nothing. */
  record AcquireFailed() implements State {}

  /** In the inventory, assigned or not. */
  record Held(boolean assigned) implements State {}

  /**
   * In the deletion queue until {@code leavesAt}, and from then on being released.
   *
   * @param releaseDueAt when the supplier is asked (again) to take it back
   * @param releaseAttempts how often it was asked
   * @param releaseFailedAt when it last refused; null while it has not
   */
  record Deleted(
      Instant deletedAt,
      Instant leavesAt,
      Instant releaseDueAt,
      int releaseAttempts,
      @Nullable Instant releaseFailedAt)
      implements State {

    /**
     * Returns whether its seven days are over, so that it is no longer the organization's to
     * restore; they stay over once a node has begun to give it back, though another's clock may be
     * behind.
     */
    boolean hasLeft(Instant now) {
      return releaseAttempts > 0 || !now.isBefore(leavesAt);
    }
  }

  /** History: the supplier has confirmed that it took the number back. */
  record Released(Instant deletedAt, Instant leavesAt, Instant releasedAt) implements State {}

  /** Returns the reason, the refused change and the remedy, for messages. */
  default String refusal(String so) {
    return switch (this) {
      case Acquiring() ->
          "is still being acquired, so " + so + "; wait until its order has finished";
      case AcquireFailed() -> "was not acquired, so " + so + "; order it again";
      case Held(boolean assigned) when assigned -> "is assigned, so " + so + "; unassign it first";
      case Held _ -> "is in the inventory, so " + so;
      case Deleted deleted ->
          "has been in the deletion queue since %s, so %s; restore it if you need it"
              .formatted(deleted.deletedAt(), so);
      case Released _ -> "has left the organization, so " + so + "; order it again";
    };
  }
}
