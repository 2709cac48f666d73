package org.carillon.server.inventory.orders;

import java.util.List;
import org.carillon.api.model.ListPhoneNumberOrdersInput;
import org.carillon.api.model.ListPhoneNumberOrdersOutput;
import org.carillon.platform.db.MicrosConverter;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;
import org.jspecify.annotations.Nullable;

/** Lists orders, newest first; a page ends early rather than carry too many numbers. */
final class ListPhoneNumberOrders
    implements ReadOperation<ListPhoneNumberOrdersInput, ListPhoneNumberOrdersOutput> {

  private static final int PAGE = 100;

  /** About a megabyte of answer; an order has at most 500. */
  private static final int NUMBERS_A_PAGE = 10_000;

  private final OrderStore orders;
  private final PageTokens tokens;

  ListPhoneNumberOrders(OrderStore orders, PageTokens tokens) {
    this.orders = orders;
    this.tokens = tokens;
  }

  @Override
  public ListPhoneNumberOrdersOutput run(
      ListPhoneNumberOrdersInput input, OperationContext context) {
    OrderStore.@Nullable Position after =
        tokens.position(
            context, List.of(), input.nextToken(), null, ListPhoneNumberOrders::position);
    int wanted = input.maxResults() == null ? PAGE : input.maxResults();
    List<OrderStore.Head> heads = orders.heads(context, after, wanted + 1);
    return tokens.page(
        context,
        List.of(),
        heads,
        Math.min(wanted, fitting(heads)),
        head -> MicrosConverter.micros(head.createdAt()) + " " + head.orderId(),
        (page, next) ->
            new ListPhoneNumberOrdersOutput(
                orders.all(context, page.stream().map(OrderStore.Head::orderId).toList()).stream()
                    .map(PhoneNumberOrder::view)
                    .toList(),
                next));
  }

  private static int fitting(List<OrderStore.Head> heads) {
    int numbers = 0;
    int fitting = 0;
    for (OrderStore.Head head : heads) {
      numbers += head.quantity();
      if (numbers > NUMBERS_A_PAGE) {
        break;
      }
      fitting++;
    }
    return fitting;
  }

  private static OrderStore.Position position(String text) {
    int blank = text.indexOf(' ');
    return new OrderStore.Position(
        MicrosConverter.instant(Long.parseLong(text, 0, blank, 10)), text.substring(blank + 1));
  }
}
