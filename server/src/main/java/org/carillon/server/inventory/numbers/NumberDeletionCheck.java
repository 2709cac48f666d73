package org.carillon.server.inventory.numbers;

import org.carillon.platform.operations.OperationContext;

/**
 * What keeps a number from being deleted although nobody holds it; the feature that names numbers
 * answers it.
 */
@FunctionalInterface
public interface NumberDeletionCheck {

  /** Where nothing names numbers. */
  NumberDeletionCheck NONE = (context, e164) -> {};

  /**
   * Refuses to delete a number that is locked, so that nothing names it anew until the transaction
   * ends.
   *
   * @param e164 with its leading plus
   * @throws org.carillon.api.model.BadRequestException saying what needs the number
   */
  void refuseNeeded(OperationContext context, String e164);
}
