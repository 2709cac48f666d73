package org.carillon.server.trunks.connectors;

import org.carillon.api.model.ErrorCode;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.HolderStore;

/** Refuses to delete a trunk that is in use, and words the count of its uses. */
public final class DeletionRules {

  /** The count at which a refusal stops to count. */
  public static final int MOST_COUNTED = 1_000;

  private DeletionRules() {}

  /**
   * Refuses a locked trunk that holds numbers.
   *
   * @throws org.carillon.api.model.ConflictException with the code PhoneNumberAssociationsExist
   */
  static void refuseNumbers(OperationContext context, HolderStore holders, Holder trunk) {
    int numbers = holders.numbersHeld(context, trunk.holderId(), MOST_COUNTED);
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

  /** Returns a count of at most {@link #MOST_COUNTED} with its noun. */
  public static String counted(int number, String thing) {
    return number + (number == MOST_COUNTED ? " or more " : " ") + thing + (number == 1 ? "" : "s");
  }
}
