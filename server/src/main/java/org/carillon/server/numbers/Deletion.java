package org.carillon.server.numbers;

import java.util.Optional;
import org.carillon.server.platform.operations.Call;

/** What deleting one number means, alone or in a batch. */
final class Deletion {

  private final PhoneNumberStore numbers;
  private final Assignments assignments;

  Deletion(PhoneNumberStore numbers, Assignments assignments) {
    this.numbers = numbers;
    this.assignments = assignments;
  }

  /**
   * Queues a locked number; one that was never acquired is gone at once.
   *
   * @return the number in the queue, or nothing when it is gone
   */
  Optional<PhoneNumber> delete(Call call, PhoneNumber number) {
    if (number.state() instanceof State.AcquireFailed) {
      numbers.remove(call, number);
      return Optional.empty();
    }
    assignments.refuseAssigned(call, number);
    PhoneNumber deleted = number.deleted(call.now());
    numbers.save(call, deleted);
    return Optional.of(deleted);
  }
}
