package org.carillon.server.inventory.history;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;

/** Puts the reading of the ledger together; it is written by the inventory. */
public final class LedgerFeature implements Feature {

  private final HistoryStore histories = new HistoryStore();
  private final Pages pages;

  /** The past of all organizations. */
  public LedgerFeature(Platform platform) {
    this.pages = platform.pages();
  }

  /** The operations on the past. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.LIST_PHONE_NUMBER_ASSIGNMENTS,
            new ListPhoneNumberAssignments(histories, pages)),
        new OperationBinding<>(
            Operations.LIST_HOLDER_ASSIGNMENTS, new ListHolderAssignments(histories, pages)),
        new OperationBinding<>(
            Operations.LIST_PHONE_NUMBERS_AS_OF,
            new ListPhoneNumbersAsOf(new TenureStore(), pages)));
  }
}
