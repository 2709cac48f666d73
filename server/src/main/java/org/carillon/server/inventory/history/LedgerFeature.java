package org.carillon.server.inventory.history;

import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.PageTokens;

/** Puts the reading of the ledger together; it is written by the inventory. */
public final class LedgerFeature {

  private final HistoryStore histories = new HistoryStore();
  private final PageTokens tokens;

  /** Reads with those tokens for its pages. */
  public LedgerFeature(PageTokens tokens) {
    this.tokens = tokens;
  }

  /** The operations on the past. */
  public List<OperationBinding<?, ?>> operations() {
    return List.of(
        new OperationBinding<>(
            Operations.LIST_PHONE_NUMBER_ASSIGNMENTS,
            new ListPhoneNumberAssignments(histories, tokens)),
        new OperationBinding<>(
            Operations.LIST_HOLDER_ASSIGNMENTS, new ListHolderAssignments(histories, tokens)),
        new OperationBinding<>(
            Operations.LIST_PHONE_NUMBERS_AS_OF,
            new ListPhoneNumbersAsOf(new TenureStore(), tokens)));
  }
}
