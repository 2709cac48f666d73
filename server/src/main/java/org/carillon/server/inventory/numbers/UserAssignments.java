package org.carillon.server.inventory.numbers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.pool.E164;

/**
 * Changes the assignments among one user's numbers; the caller has locked the user. Every change
 * closes and opens assignments at the same instant.
 */
public final class UserAssignments {

  private final PhoneNumberStore numbers;
  private final AssignmentStore ledger;
  private final UserHoldingStore holdings = new UserHoldingStore();
  private final Assignments assignments;

  UserAssignments(PhoneNumberStore numbers, AssignmentStore ledger, Assignments assignments) {
    this.numbers = numbers;
    this.ledger = ledger;
    this.assignments = assignments;
  }

  /** The result of a swap. */
  public enum SwapResult {
    /** It was additional; the former primary number is now. */
    EXCHANGED,
    /** It came from the inventory, to which the former primary number went. */
    REPLACED,
    /** It was the primary one; nothing changed. */
    ALREADY
  }

  /** Returns one page of a user's numbers now, longest held first. */
  public List<UserHolding> page(
      OperationContext context, String userId, TimeCursor after, int limit) {
    return holdings.page(context, userId, after, limit);
  }

  /**
   * Makes a number the primary one of a user who has another.
   *
   * @throws org.carillon.api.model.BadRequestException when the user has no number, or the number
   *     has another holder or another product type
   * @throws org.carillon.api.model.NotFoundException when the organization has no such number
   */
  public SwapResult swapPrimary(OperationContext context, Holder user, E164 wanted) {
    List<Assignment> held = ledger.heldBy(context, user.holderId());
    Optional<Assignment> primary =
        held.stream().filter(each -> each.role() == Role.PRIMARY).findFirst();
    if (primary.isEmpty()) {
      throw Refusal.badRequest(
          user.describe()
              + " has no phone number to swap; assign one with AssociatePhoneNumberWithUser");
    }
    Assignment former = primary.get();
    E164 formerE164 = numbers.e164(context, former.numberId());
    Map<E164, PhoneNumber> locked = numbers.lockAll(context, List.of(formerE164, wanted));
    PhoneNumber next = here(context, locked, wanted);
    if (next.numberId().equals(former.numberId())) {
      return SwapResult.ALREADY;
    }
    PhoneNumber old = here(context, locked, formerE164);
    context.auditSubject(formerE164.text());
    context.auditSubject(wanted.text());
    return held.stream()
        .filter(each -> each.numberId().equals(next.numberId()) && each.role() == Role.ADDITIONAL)
        .findFirst()
        .map(additional -> exchange(context, old, former, next, additional))
        .orElseGet(() -> replace(context, old, former, next));
  }

  /** Both are closed before either is opened, since a user has one primary number at a time. */
  private SwapResult exchange(
      OperationContext context,
      PhoneNumber old,
      Assignment former,
      PhoneNumber next,
      Assignment additional) {
    ledger.close(context, former);
    ledger.close(context, additional);
    ledger.open(
        context, next.numberId(), additional.holder(), Role.PRIMARY, additional.heldSince());
    ledger.open(context, old.numberId(), former.holder(), Role.ADDITIONAL, former.heldSince());
    numbers.save(context, next.assigned(context.now()));
    numbers.save(context, old.assigned(context.now()));
    return SwapResult.EXCHANGED;
  }

  private SwapResult replace(
      OperationContext context, PhoneNumber old, Assignment former, PhoneNumber next) {
    refuseWrongProduct(context, next);
    assignments.refuseAssigned(context, next);
    PhoneNumber given = next.assigned(context.now());
    ledger.close(context, former);
    ledger.open(context, given.numberId(), former.holder(), Role.PRIMARY, context.now());
    numbers.save(context, given, former.holder());
    numbers.save(context, old.unassigned(context.now()));
    return SwapResult.REPLACED;
  }

  /** Returns whether a number is the primary one of a user. */
  public boolean isPrimary(OperationContext context, Holder user, NumberKey numberId) {
    return ledger.heldBy(context, user.holderId()).stream()
        .anyMatch(each -> each.numberId().equals(numberId) && each.role() == Role.PRIMARY);
  }

  /**
   * Unassigns an additional number from a user.
   *
   * @throws org.carillon.api.model.BadRequestException when it is the primary one, of a line, or
   *     not the user's
   * @throws org.carillon.api.model.NotFoundException when the organization has no such number
   */
  public void unassignAdditional(OperationContext context, Holder user, E164 e164) {
    PhoneNumber number = numbers.lock(context, e164);
    UserHolding held = holdingOf(context, user, number);
    switch (held.role()) {
      case ADDITIONAL -> assignments.unassign(context, number, user);
      case PRIMARY ->
          throw Refusal.badRequest(
              e164
                  + " is the primary number of "
                  + user.describe()
                  + " since "
                  + held.from()
                  + "; unassign it with DisassociatePhoneNumberFromUser, or swap it first");
      case TRUNK, RULE, LINE, ASSIGNEE, OUTBOUND ->
          throw Refusal.badRequest(
              "%s is not %s's own but shared with %s since %s; change the line instead"
                  .formatted(
                      e164,
                      user.describe(),
                      Optional.ofNullable(held.line()).map(Holder::describe).orElse("others"),
                      held.from()));
    }
  }

  /**
   * Returns the user's relation to a number, which stays locked until the transaction ends.
   *
   * @throws org.carillon.api.model.BadRequestException when the user does not have it, with its
   *     holder
   * @throws org.carillon.api.model.NotFoundException when the organization has no such number
   */
  public UserHolding holdingOf(OperationContext context, Holder user, E164 e164) {
    return holdingOf(context, user, numbers.lock(context, e164));
  }

  private UserHolding holdingOf(OperationContext context, Holder user, PhoneNumber number) {
    return holdings
        .find(context, user.holderId(), number.numberId())
        .orElseThrow(() -> notHeld(context, number, user));
  }

  /**
   * Refuses a number of a product that users have nothing to do with.
   *
   * @throws org.carillon.api.model.BadRequestException naming the holder if there is one
   */
  public void refuseWrongProduct(OperationContext context, PhoneNumber number) {
    if (number.productType() != PhoneNumberProductType.BUSINESS_CALLING) {
      assignments.refuseAssigned(context, number);
      throw Refusal.badRequest(
          number.e164()
              + " is a "
              + number.productType().value()
              + " number, and users can hold only BusinessCalling numbers; change its product type"
              + " first");
    }
  }

  private RuntimeException notHeld(OperationContext context, PhoneNumber number, Holder user) {
    return Refusal.badRequest(
        number.e164()
            + " is not a number of "
            + user.describe()
            + ledger.ofNumber(context, number.numberId()).stream()
                .findFirst()
                .map(holder -> " but assigned to " + holder.describe())
                .orElse("")
            + "; list the user's numbers with ListUserPhoneNumbers");
  }

  private static PhoneNumber here(
      OperationContext context, Map<E164, PhoneNumber> locked, E164 e164) {
    return Optional.ofNullable(locked.get(e164))
        .filter(number -> number.isInInventoryOrQueue(context.now()))
        .orElseThrow(() -> PhoneNumberStore.notFound(e164));
  }
}
