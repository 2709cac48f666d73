package org.carillon.server.trunks.connectors;

import org.carillon.api.model.ErrorCode;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.HolderStore;

/** Refuses to delete a Voice Connector or a group with phone numbers or items. */
final class DeletionRules {

  private DeletionRules() {}

  /**
   * Refuses a locked trunk that holds numbers.
   *
   * @throws org.carillon.api.model.ConflictException with the code PhoneNumberAssociationsExist
   */
  static void refuseNumbers(OperationContext context, HolderStore holders, Holder trunk) {
    int numbers = holders.numbersHeld(context, trunk.holderId());
    if (numbers > 0) {
      throw Refusal.conflict(
          ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST,
          trunk.describe()
              + " still holds "
              + counted(numbers, "phone number")
              + "; disassociate "
              + (numbers == 1 ? "it" : "them")
              + " first");
    }
  }

  /** Returns a count with its noun. */
  static String counted(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
