package org.carillon.server.inventory.numbers;

import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;

/**
 * Refuses to delete unassigned numbers that entries lead to; the feature of the entries implements
 * it.
 */
@FunctionalInterface
public interface NumberDeletionCheck {

  /**
   * Refuses to delete a locked number; no entry can name it before the transaction ends.
   *
   * @throws org.carillon.api.model.BadRequestException with the entries that lead to the number
   */
  void refuseNeeded(OperationContext context, E164 e164);
}
