package org.carillon.server.inventory.numbers;

import static org.carillon.api.model.PhoneNumberProductType.VOICE_CONNECTOR;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.E164;

/** Assigns numbers to a Voice Connector or a group and unassigns them, each of many by itself. */
public final class TrunkNumbers {

  private final Batch batch;
  private final PhoneNumberStore numbers;
  private final Assignments assignments;

  TrunkNumbers(Batch batch, PhoneNumberStore numbers, Assignments assignments) {
    this.batch = batch;
    this.numbers = numbers;
    this.assignments = assignments;
  }

  /**
   * Assigns numbers to a trunk whose own row is locked. One that the trunk has already stays as it
   * is; one that another holds is moved when {@code force} says so and is an error otherwise.
   *
   * @return what was refused and why, in the order asked
   */
  public List<PhoneNumberError> assign(
      OperationContext context, Holder trunk, List<String> written, boolean force) {
    return batch.run(
        context,
        written,
        Function.identity(),
        TrunkNumbers::number,
        (number, _) -> given(context, number, trunk, force));
  }

  /**
   * Unassigns numbers from a trunk whose own row is locked; they stay in the inventory, Unassigned.
   *
   * @return what was refused and why, in the order asked
   */
  public List<PhoneNumberError> unassign(
      OperationContext context, Holder trunk, List<String> written) {
    return batch.run(
        context,
        written,
        Function.identity(),
        TrunkNumbers::number,
        (number, _) -> Optional.of(assignments.unassign(context, number, trunk)));
  }

  /**
   * Unassigns one number from a trunk whose own row is locked.
   *
   * @throws org.carillon.api.model.BadRequestException when it is not the trunk's
   * @throws org.carillon.api.model.NotFoundException when the organization has no such number
   */
  public void unassign(OperationContext context, Holder trunk, E164 e164) {
    assignments.unassign(context, numbers.lock(context, e164), trunk);
  }

  private static E164 number(String written) {
    return E164.of("E164PhoneNumbers", written);
  }

  private Optional<PhoneNumber> given(
      OperationContext context, PhoneNumber number, Holder trunk, boolean force) {
    if (number.productType() != VOICE_CONNECTOR) {
      assignments.refuseAssigned(context, number);
      throw Refusal.badRequest(
          number.e164()
              + " is a "
              + number.productType().value()
              + " number, and a "
              + trunk.kind().describe()
              + " can hold only VoiceConnector numbers; change its product type first");
    }
    Optional<Assignment> held =
        assignments.of(context, number).stream()
            .filter(each -> !each.role().isLineMember())
            .findFirst();
    if (held.filter(each -> each.isOf(trunk)).isPresent()) {
      return Optional.of(number);
    }
    if (held.isEmpty() || force) {
      return Optional.of(assignments.reassign(context, number, trunk, Role.TRUNK));
    }
    throw Assignments.held(context, number, held.get(), ", or set ForceAssociate to move it");
  }
}
