package org.carillon.server.inventory.numbers;

import java.util.Optional;
import org.carillon.platform.operations.Call;

/** What deleting one number means, alone or in a batch. */
final class Deletion {

  private final PhoneNumberStore numbers;
  private final Assignments assignments;
  private final DeletionVeto veto;

  Deletion(PhoneNumberStore numbers, Assignments assignments, DeletionVeto veto) {
    this.numbers = numbers;
    this.assignments = assignments;
    this.veto = veto;
  }

  /**
   * Queues a locked number; one that was never acquired is gone at once.
   *
   * @return the number in the queue, or nothing when it is gone
   * @throws org.carillon.api.model.BadRequestException when somebody has it, or something needs it
   */
  Optional<PhoneNumber> delete(Call call, PhoneNumber number) {
    if (number.state() instanceof State.AcquireFailed) {
      numbers.remove(call, number);
      return Optional.empty();
    }
    assignments.refuseAssigned(call, number);
    PhoneNumber deleted = number.deleted(call.now());
    veto.refuseNeeded(call, number.e164());
    numbers.save(call, deleted);
    return Optional.of(deleted);
  }
}
