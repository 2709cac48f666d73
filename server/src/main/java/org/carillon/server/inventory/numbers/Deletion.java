package org.carillon.server.inventory.numbers;

import java.util.Optional;
import org.carillon.platform.operations.OperationContext;

/** The deletion of one number, alone or in a batch. */
final class Deletion {

  private final PhoneNumberStore numbers;
  private final Assignments assignments;
  private final NumberDeletionCheck veto;

  Deletion(PhoneNumberStore numbers, Assignments assignments, NumberDeletionCheck veto) {
    this.numbers = numbers;
    this.assignments = assignments;
    this.veto = veto;
  }

  /**
   * Queues a locked number; one that was never acquired is gone at once.
   *
   * @return the number in the queue, or nothing when it is gone
   * @throws org.carillon.api.model.BadRequestException when it is assigned, or an entry leads to it
   */
  Optional<PhoneNumber> delete(OperationContext context, PhoneNumber number) {
    if (number.state() instanceof State.AcquireFailed) {
      numbers.remove(context, number);
      return Optional.empty();
    }
    assignments.refuseAssigned(context, number);
    PhoneNumber deleted = number.deleted(context.now());
    veto.refuseNeeded(context, number.e164());
    numbers.save(context, deleted);
    return Optional.of(deleted);
  }
}
