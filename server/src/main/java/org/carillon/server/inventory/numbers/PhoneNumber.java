package org.carillon.server.inventory.numbers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * One tenure of a number in an organization, with every transition it can make. A transition
 * refuses what the state forbids and answers the number as it is afterwards.
 *
 * @param country two letters; null when nobody knows
 * @param name what the organization calls the number; null when it has no name
 */
public record PhoneNumber(
    String organizationId,
    NumberKey numberId,
    E164 e164,
    @Nullable String orderId,
    PhoneNumberProductType productType,
    @Nullable String country,
    @Nullable PhoneNumberType type,
    @Nullable String name,
    CallingName callingName,
    State state,
    Instant createdAt,
    @Nullable Instant acquiredAt,
    Instant changedAt) {

  /** The time for which a deleted number can be restored (reference, DeletePhoneNumber). */
  static final Duration QUEUE = Duration.ofDays(7);

  /** A number that an order just asked for; one that was owned before has no order. */
  public static PhoneNumber ordered(
      String organizationId,
      NumberKey numberId,
      E164 e164,
      @Nullable String orderId,
      PhoneNumberProductType productType,
      @Nullable String country,
      @Nullable PhoneNumberType type,
      @Nullable String name,
      Instant now) {
    return new PhoneNumber(
        organizationId,
        numberId,
        e164,
        orderId,
        productType,
        country,
        type,
        CallingName.emptyToNull(name),
        CallingName.NONE,
        new State.Acquiring(),
        now,
        null,
        now);
  }

  /** The supplier has handed the number over; it is Unassigned. */
  public PhoneNumber acquired(Instant now) {
    return switch (state) {
      case State.Acquiring() ->
          with(productType, name, callingName, new State.Held(false), now, now);
      case State.AcquireFailed(), State.Held _, State.Deleted _, State.Released _ ->
          throw unreachable("acquired");
    };
  }

  /** The supplier refused. */
  public PhoneNumber acquireFailed(Instant now) {
    return switch (state) {
      case State.Acquiring() -> in(new State.AcquireFailed(), now);
      case State.AcquireFailed(), State.Held _, State.Deleted _, State.Released _ ->
          throw unreachable("refused");
    };
  }

  /** Given to a holder, or to one more holder of a shared line. */
  PhoneNumber assigned(Instant now) {
    return switch (state) {
      case State.Held _ -> in(new State.Held(true), now);
      case State.Acquiring(), State.AcquireFailed(), State.Deleted _ ->
          throw refusedInState("it cannot be assigned");
      case State.Released _ -> throw unreachable("assigned");
    };
  }

  /** Taken back from its holder. */
  PhoneNumber unassigned(Instant now) {
    return switch (state) {
      case State.Held _ -> in(new State.Held(false), now);
      case State.Acquiring(), State.AcquireFailed(), State.Deleted _, State.Released _ ->
          throw unreachable("unassigned");
    };
  }

  /** Moves to the deletion queue for seven days. The caller has refused an assigned one. */
  PhoneNumber deleted(Instant now) {
    return switch (state) {
      case State.Held(boolean assigned) when !assigned ->
          in(new State.Deleted(now, now.plus(QUEUE), now.plus(QUEUE), 0, null), now);
      case State.Held _, State.Released _ -> throw unreachable("deleted");
      case State.Acquiring(), State.AcquireFailed() -> throw refusedInState("it cannot be deleted");
      case State.Deleted _ -> throw refusedInState("it cannot be deleted again");
    };
  }

  /** Comes back from the deletion queue, Unassigned, with its product type and calling name. */
  PhoneNumber restored(Instant now) {
    return switch (state) {
      case State.Deleted deleted when !deleted.hasLeft(now) -> in(new State.Held(false), now);
      case State.Deleted _, State.Released _ -> throw unreachable("restored");
      case State.Acquiring(), State.AcquireFailed(), State.Held _ ->
          throw Refusal.badRequest(
              e164 + " is not in the deletion queue, so it cannot be restored");
    };
  }

  /** The supplier did not take the number back; it is asked again at {@code dueAt}. */
  PhoneNumber releaseRefused(Instant dueAt, Instant now) {
    return switch (state) {
      case State.Deleted d ->
          in(new State.Deleted(d.deletedAt(), d.leavesAt(), dueAt, d.releaseAttempts(), now), now);
      case State.Acquiring(), State.AcquireFailed(), State.Held _, State.Released _ ->
          throw unreachable("released");
    };
  }

  /** The supplier has taken the number back: this tenure is history. */
  PhoneNumber released(Instant now) {
    return switch (state) {
      case State.Deleted d ->
          with(
              productType,
              name,
              callingName.abandoned(),
              new State.Released(d.deletedAt(), d.leavesAt(), now),
              acquiredAt,
              now);
      case State.Acquiring(), State.AcquireFailed(), State.Held _, State.Released _ ->
          throw unreachable("released");
    };
  }

  /** Belongs to another product from now on; only an Unassigned number can change. */
  PhoneNumber withProductType(PhoneNumberProductType wanted, Set<String> admitted, Instant now) {
    if (!(state instanceof State.Held(boolean assigned)) || assigned) {
      throw refusedInState("its product type cannot change");
    }
    ProductFit.verify(e164, country, type, wanted, admitted);
    return with(wanted, name, callingName, state, acquiredAt, now);
  }

  /** Is called otherwise by its organization from now on; empty for no name. */
  PhoneNumber withName(String wanted, Instant now) {
    if (!(state instanceof State.Held)) {
      throw refusedInState("its name cannot change");
    }
    return with(productType, CallingName.emptyToNull(wanted), callingName, state, acquiredAt, now);
  }

  /** Asks for another calling name; refused while one is pending. */
  PhoneNumber callingNameAsked(String wanted, Instant now) {
    if (!(state instanceof State.Held)) {
      throw refusedInState("its calling name cannot change");
    }
    if (callingName.update() instanceof CallingName.Pending pending) {
      throw Refusal.conflict(
          "the calling name of "
              + e164
              + " has been updating since "
              + pending.askedAt()
              + "; try again when it has finished");
    }
    return named(callingName.asked(wanted, now), now);
  }

  /** The supplier has answered the pending update. */
  PhoneNumber callingNameAnswered(boolean done, Instant now) {
    if (!(callingName.update() instanceof CallingName.Pending pending)) {
      throw unreachable("named");
    }
    return named(
        done
            ? new CallingName(
                CallingName.emptyToNull(pending.wanted()), new CallingName.Succeeded())
            : new CallingName(callingName.current(), new CallingName.Failed()),
        now);
  }

  /** Returns the reference under which the supplier knows this tenure in all its requests. */
  public String reference() {
    return organizationId + "/" + numberId;
  }

  /** Returns whether its supplier has still to answer. */
  public boolean isAcquiring() {
    return state instanceof State.Acquiring;
  }

  /** Returns the status for clients; empty after the release. */
  public Optional<PhoneNumberStatus> status(Instant now) {
    return switch (state) {
      case State.Acquiring() -> Optional.of(PhoneNumberStatus.ACQUIRE_IN_PROGRESS);
      case State.AcquireFailed() -> Optional.of(PhoneNumberStatus.ACQUIRE_FAILED);
      case State.Held(boolean assigned) ->
          Optional.of(assigned ? PhoneNumberStatus.ASSIGNED : PhoneNumberStatus.UNASSIGNED);
      case State.Deleted deleted when !deleted.hasLeft(now) ->
          Optional.of(PhoneNumberStatus.DELETE_IN_PROGRESS);
      case State.Deleted deleted ->
          Optional.of(
              deleted.releaseFailedAt() == null
                  ? PhoneNumberStatus.RELEASE_IN_PROGRESS
                  : PhoneNumberStatus.RELEASE_FAILED);
      case State.Released _ -> Optional.empty();
    };
  }

  /** Returns whether the organization has it, in the inventory or in the deletion queue. */
  boolean isInInventoryOrQueue(Instant now) {
    return switch (state) {
      case State.Acquiring(), State.AcquireFailed(), State.Held _ -> true;
      case State.Deleted deleted -> !deleted.hasLeft(now);
      case State.Released _ -> false;
    };
  }

  /** Returns whether it is in the inventory for use, assigned or not. */
  public boolean isHeld() {
    return state instanceof State.Held;
  }

  /** Refuses to order a number that the organization has, or had until its release is confirmed. */
  public void refuseOrderedAnew(Instant now) {
    switch (state) {
      case State.AcquireFailed() -> {
        // It claims nothing: the new order replaces it.
      }
      case State.Acquiring() -> throw Refusal.badRequest(e164 + " is already being acquired");
      case State.Held _ -> throw Refusal.badRequest(e164 + " is already in the inventory");
      case State.Deleted deleted when !deleted.hasLeft(now) ->
          throw Refusal.badRequest(
              e164 + " is in the deletion queue; restore it instead of ordering it");
      case State.Deleted _ ->
          throw Refusal.badRequest(e164 + " is not available; it is still being released");
      case State.Released _ -> throw unreachable("ordered");
    }
  }

  private PhoneNumber in(State next, Instant now) {
    return with(productType, name, callingName, next, acquiredAt, now);
  }

  private PhoneNumber named(CallingName next, Instant now) {
    return with(productType, name, next, state, acquiredAt, now);
  }

  private PhoneNumber with(
      PhoneNumberProductType nextProduct,
      @Nullable String nextName,
      CallingName nextNaming,
      State nextState,
      @Nullable Instant nextAcquiredAt,
      Instant now) {
    return new PhoneNumber(
        organizationId,
        numberId,
        e164,
        orderId,
        nextProduct,
        country,
        type,
        nextName,
        nextNaming,
        nextState,
        createdAt,
        nextAcquiredAt,
        now);
  }

  private RuntimeException refusedInState(String so) {
    return Refusal.badRequest(e164 + " " + state.refusal(so));
  }

  private IllegalStateException unreachable(String what) {
    return new IllegalStateException("number " + numberId + " in " + state + " cannot be " + what);
  }
}
