package org.carillon.server.inventory.numbers;

import org.carillon.platform.operations.OperationContext;

/**
 * Refuses to delete unassigned numbers that entries lead to; the feature of the entries implements
 * it.
 */
@FunctionalInterface
public interface NumberDeletionCheck {

  /** The check without entries. */
  NumberDeletionCheck NONE = (context, e164) -> {};

  /**
   * Refuses to delete a locked number; no entry can name it before the transaction ends.
   *
   * @param e164 with its leading plus
   * @throws org.carillon.api.model.BadRequestException with the entries that lead to the number
   */
  void refuseNeeded(OperationContext context, String e164);
}
