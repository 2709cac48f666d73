package org.carillon.server.inventory.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.ListPhoneNumbersAsOfInput;
import org.carillon.api.model.ListPhoneNumbersAsOfOutput;
import org.carillon.api.model.PhoneNumberAsOf;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.jspecify.annotations.Nullable;

/** Lists the numbers that were the organization's at an instant, and who held them then. */
final class ListPhoneNumbersAsOf
    implements ReadOperation<ListPhoneNumbersAsOfInput, ListPhoneNumbersAsOfOutput> {

  private final TenureStore tenures;
  private final PageTokens tokens;

  ListPhoneNumbersAsOf(TenureStore tenures, PageTokens tokens) {
    this.tenures = tenures;
    this.tokens = tokens;
  }

  @Override
  public ListPhoneNumbersAsOfOutput run(ListPhoneNumbersAsOfInput input, OperationContext context) {
    Instant at = Period.endOfMillis(Period.past(input.at(), context.now()));
    List<Object> query = List.of(at);
    Tenure.Place after =
        tokens.position(context, query, input.nextToken(), Tenure.Place.START, Tenure.Place::of);
    TenureStore.Found found = tenures.at(context, at, after, HistoryPage.size(input.maxResults()));
    Map<Long, TenureStore.Holding> holdings = tenures.holdings(context, found.tenures(), at);
    return new ListPhoneNumbersAsOfOutput(
        found.tenures().stream()
            .map(tenure -> view(tenure, holdings.get(tenure.numberId())))
            .toList(),
        found.next() == null ? null : tokens.next(context, query, found.next().text()));
  }

  private static PhoneNumberAsOf view(Tenure tenure, TenureStore.@Nullable Holding holding) {
    PhoneNumberAsOf.Builder view =
        PhoneNumberAsOf.builder()
            .e164PhoneNumber(tenure.e164())
            .acquiredTimestamp(requireNonNull(tenure.acquiredAt()));
    return holding == null
        ? view.build()
        : view.holder(holding.holder())
            .role(holding.role())
            .assignedTimestamp(holding.heldSince())
            .build();
  }
}
