package org.carillon.server.inventory.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.carillon.api.model.ListPhoneNumbersAsOfInput;
import org.carillon.api.model.ListPhoneNumbersAsOfOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberSummary;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.server.inventory.numbers.NumberKey;
import org.jspecify.annotations.Nullable;

/** Lists the numbers that were the organization's at an instant, and who held them then. */
final class ListPhoneNumbersAsOf
    implements ReadOperation<ListPhoneNumbersAsOfInput, ListPhoneNumbersAsOfOutput> {

  private final TenureStore tenures;
  private final Pages pages;

  ListPhoneNumbersAsOf(TenureStore tenures, Pages pages) {
    this.tenures = tenures;
    this.pages = pages;
  }

  @Override
  public ListPhoneNumbersAsOfOutput run(ListPhoneNumbersAsOfInput input, OperationContext context) {
    Instant at = Period.endOfMillis(Period.past(input.at(), context.now()));
    Page<Tenure> page =
        pages
            .of(context, Operations.LIST_PHONE_NUMBERS_AS_OF, input)
            .read(TenureCursor.START, (after, size) -> tenures.at(context, at, after, size));
    Map<NumberKey, TenureStore.Holding> holdings = tenures.holdings(context, page.rows(), at);
    return new ListPhoneNumbersAsOfOutput(
        page.map(tenure -> view(tenure, holdings.get(tenure.numberId()))), page.nextToken());
  }

  private static PhoneNumberSummary view(Tenure tenure, TenureStore.@Nullable Holding holding) {
    PhoneNumberSummary.Builder view =
        PhoneNumberSummary.builder()
            .e164PhoneNumber(tenure.e164().text())
            .acquiredTimestamp(requireNonNull(tenure.acquiredAt()));
    return holding == null
        ? view.build()
        : view.holder(holding.holder())
            .role(holding.role())
            .assignedTimestamp(holding.heldSince())
            .build();
  }
}
