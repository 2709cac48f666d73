package org.carillon.server.inventory.numbers;

import static java.util.Objects.requireNonNullElse;
import static java.util.function.Predicate.not;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.E164;

/**
 * Assigns numbers to holders and unassigns them: the one place that changes a number and its ledger
 * together. Callers lock the holder's own row first and the number then, so that two changes never
 * wait for each other.
 */
public final class Assignments {

  /** The most numbers that one user holds, so that all of them can be read at once. */
  public static final Limit OF_A_USER =
      Limit.fixed(100, "numbers", "a user", "disassociate one first");

  private final PhoneNumberStore numbers;
  private final AssignmentStore ledger;

  Assignments(PhoneNumberStore numbers, AssignmentStore ledger) {
    this.numbers = numbers;
    this.ledger = ledger;
  }

  /** The result of assigning a number to a user. */
  public enum AssignResult {
    /** The holder had no number before. */
    FIRST,
    /** The holder had others, and has one more. */
    FURTHER,
    /** The holder had this very number; nothing changed. */
    ALREADY
  }

  /**
   * Assigns a locked number to a locked holder.
   *
   * @return the number as it is afterwards
   * @throws org.carillon.api.shape.ModelledException as {@link Refusal#stillAssigned} when it has a
   *     holder, with the holder's name
   */
  public PhoneNumber assign(
      OperationContext context, PhoneNumber number, Holder holder, Role role) {
    refuseAssigned(context, number);
    return begin(context, number, holder, role);
  }

  /**
   * Assigns a locked number to a locked holder; a former assignment ends and the new one begins at
   * one instant.
   *
   * @return the number as it is afterwards
   */
  PhoneNumber reassign(OperationContext context, PhoneNumber number, Holder holder, Role role) {
    ledger.ofNumber(context, number.numberId()).forEach(each -> ledger.close(context, each));
    return begin(context, number, holder, role);
  }

  private PhoneNumber begin(
      OperationContext context, PhoneNumber number, Holder holder, Role role) {
    PhoneNumber assigned = number.assigned(context.now());
    numbers.save(context, assigned, holder);
    ledger.open(context, number.numberId(), holder, role, context.now());
    context.auditSubject(number.e164().text());
    return assigned;
  }

  /**
   * Unassigns a locked number from its locked holder; with the number of a line, the memberships of
   * the line end too.
   *
   * @return the number as it is afterwards
   * @throws org.carillon.api.model.BadRequestException when it is not that holder's, saying whose
   *     it is
   */
  public PhoneNumber unassign(OperationContext context, PhoneNumber number, Holder holder) {
    List<Assignment> open = ledger.ofNumber(context, number.numberId());
    if (open.stream().noneMatch(each -> each.isOf(holder) && !each.role().isLineMember())) {
      throw Refusal.badRequest(
          number.e164()
              + " is not assigned to "
              + holder.describe()
              + (open.isEmpty()
                  ? "; it has no holder"
                  : " but to "
                      + open.getFirst().describe()
                      + "; to free it, "
                      + open.getFirst().holder().kind().freeing()));
    }
    open.forEach(each -> ledger.close(context, each));
    PhoneNumber unassigned = number.unassigned(context.now());
    numbers.save(context, unassigned);
    context.auditSubject(number.e164().text());
    return unassigned;
  }

  /**
   * Returns the assignment of a number to its holder, not locked: the lock of the holder keeps it
   * from then on.
   *
   * @throws org.carillon.api.model.ConflictException when it has no holder, saying since when
   * @throws org.carillon.api.model.NotFoundException when the organization has no such number
   */
  public Assignment getOfHolder(OperationContext context, E164 e164) {
    return ledger.ofHolder(context, e164).orElseThrow(() -> unheld(context, e164));
  }

  private RuntimeException unheld(OperationContext context, E164 e164) {
    PhoneNumber number = numbers.lock(context, e164);
    String problem =
        switch (number.state()) {
          case State.Held _ ->
              "has been Unassigned since %s, so no holder has it; assign it, or leave it so"
                  .formatted(
                      ledger
                          .lastEnd(context, number.numberId())
                          .orElse(requireNonNullElse(number.acquiredAt(), number.createdAt())));
          case State.Acquiring(), State.AcquireFailed(), State.Deleted _, State.Released _ ->
              number.state().refusal("no holder has it");
        };
    return Refusal.conflict(e164 + " " + problem);
  }

  /** Returns the assignments of a locked number: its holder, then the members of its line. */
  public List<Assignment> of(OperationContext context, PhoneNumber number) {
    return ledger.ofNumber(context, number.numberId());
  }

  /** Makes a user a member of the line that a locked number belongs to. */
  public void addLineMember(OperationContext context, PhoneNumber number, Holder user, Role role) {
    ledger.open(context, number.numberId(), user, role, context.now());
  }

  /** Saves a locked number whose line has other members for clients than before. */
  public void lineMembersChanged(OperationContext context, PhoneNumber number) {
    numbers.save(context, number.assigned(context.now()));
  }

  /** Ends a user's membership of a line. */
  public void removeLineMember(OperationContext context, Assignment member) {
    ledger.close(context, member);
  }

  /**
   * Assigns a locked number to a locked user: the first one as primary, further ones as additional.
   *
   * @throws org.carillon.api.model.BadRequestException when it has another holder
   * @throws org.carillon.api.shape.ModelledException as {@link Limit#refuseBeyond} of {@link
   *     #OF_A_USER}
   */
  public AssignResult assignToUser(OperationContext context, PhoneNumber number, Holder user) {
    List<Assignment> held = ledger.heldBy(context, user.holderId());
    if (held.stream().anyMatch(each -> each.numberId().equals(number.numberId()))) {
      return AssignResult.ALREADY;
    }
    refuseAssigned(context, number);
    OF_A_USER.refuseBeyond(context, user.describe(), 1, most -> held.size());
    boolean first = held.stream().noneMatch(each -> each.role() == Role.PRIMARY);
    begin(context, number, user, first ? Role.PRIMARY : Role.ADDITIONAL);
    return first ? AssignResult.FIRST : AssignResult.FURTHER;
  }

  /** Returns the count of a user's own numbers, without those of lines. */
  public int numbersOf(OperationContext context, String userId) {
    return ledger.heldBy(context, userId).size();
  }

  /**
   * Unassigns the primary number of a locked user; the longest-held additional one takes its place.
   *
   * @return the number unassigned, or nothing when the user has none
   */
  public Optional<PhoneNumber> unassignPrimary(OperationContext context, String userId) {
    List<Assignment> held = ledger.heldBy(context, userId);
    Optional<Assignment> primary =
        held.stream().filter(each -> each.role() == Role.PRIMARY).findFirst();
    Optional<Assignment> heir =
        held.stream().filter(each -> each.role() == Role.ADDITIONAL).findFirst();
    if (primary.isEmpty()) {
      return Optional.empty();
    }
    Map<NumberKey, PhoneNumber> locked =
        numbers.lockAllByKey(
            context,
            held.stream()
                .filter(each -> each.equals(primary.get()) || heir.filter(each::equals).isPresent())
                .map(Assignment::numberId)
                .toList());
    PhoneNumber former = number(locked, primary.get());
    ledger.close(context, primary.get());
    numbers.save(context, former.unassigned(context.now()));
    heir.ifPresent(assignment -> change(context, assignment, Role.PRIMARY, locked));
    context.auditSubject(former.e164().text());
    return Optional.of(former);
  }

  /** Closes the entry in one role and opens the next in another; {@code heldSince} stays. */
  private void change(
      OperationContext context,
      Assignment assignment,
      Role role,
      Map<NumberKey, PhoneNumber> locked) {
    PhoneNumber number = number(locked, assignment);
    ledger.close(context, assignment);
    ledger.open(context, assignment.numberId(), assignment.holder(), role, assignment.heldSince());
    numbers.save(context, number.assigned(context.now()));
  }

  /** Refuses an assigned number, with the code PhoneNumberAssociationsExist. */
  public void refuseAssigned(OperationContext context, PhoneNumber number) {
    if (number.state() instanceof State.Held(boolean assigned) && assigned) {
      throw held(context, number, ledger.ofNumber(context, number.numberId()).getFirst(), "");
    }
  }

  /**
   * Returns the refusal of an assigned number, with the operation that unassigns it.
   *
   * @param otherwise another remedy, or empty
   */
  static RuntimeException held(
      OperationContext context, PhoneNumber number, Assignment by, String otherwise) {
    return Refusal.stillAssigned(
        context,
        "%s is assigned to %s; %s first%s"
            .formatted(number.e164(), by.describe(), by.holder().kind().freeing(), otherwise));
  }

  private static PhoneNumber number(Map<NumberKey, PhoneNumber> locked, Assignment assignment) {
    return Optional.ofNullable(locked.get(assignment.numberId()))
        .filter(not(number -> number.state() instanceof State.Released))
        .orElseThrow(() -> new IllegalStateException("an assignment without its number"));
  }
}
