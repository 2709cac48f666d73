package org.carillon.server.inventory.orders;

import java.util.List;
import org.carillon.api.model.ListPhoneNumberOrdersInput;
import org.carillon.api.model.ListPhoneNumberOrdersOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.Slice;

/** Lists orders, newest first; a page ends early rather than carry too many numbers. */
final class ListPhoneNumberOrders
    implements ReadOperation<ListPhoneNumberOrdersInput, ListPhoneNumberOrdersOutput> {

  /** About a megabyte of answer; an order has at most 500. */
  private static final int NUMBERS_A_PAGE = 10_000;

  private final OrderStore orders;
  private final Pages pages;

  ListPhoneNumberOrders(OrderStore orders, Pages pages) {
    this.orders = orders;
    this.pages = pages;
  }

  @Override
  public ListPhoneNumberOrdersOutput run(
      ListPhoneNumberOrdersInput input, OperationContext context) {
    Page<OrderStore.OrderSummary> page =
        pages
            .of(context, Operations.LIST_PHONE_NUMBER_ORDERS, input)
            .read(CreationCursor.NEWEST_FIRST, (after, size) -> heads(context, after, size));
    return new ListPhoneNumberOrdersOutput(
        orders.findAll(context, page.map(OrderStore.OrderSummary::orderId)).stream()
            .map(PhoneNumberOrder::view)
            .toList(),
        page.nextToken());
  }

  private Slice<OrderStore.OrderSummary, CreationCursor> heads(
      OperationContext context, CreationCursor after, int size) {
    List<OrderStore.OrderSummary> heads = orders.heads(context, after, size + 1);
    return Slice.of(
        heads,
        Math.min(size, fitting(heads)),
        head -> new CreationCursor(head.createdAt(), head.orderId()));
  }

  private static int fitting(List<OrderStore.OrderSummary> heads) {
    int numbers = 0;
    int fitting = 0;
    for (OrderStore.OrderSummary head : heads) {
      numbers += head.quantity();
      if (numbers > NUMBERS_A_PAGE) {
        break;
      }
      fitting++;
    }
    return fitting;
  }
}
