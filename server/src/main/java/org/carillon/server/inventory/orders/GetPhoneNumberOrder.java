package org.carillon.server.inventory.orders;

import org.carillon.api.model.GetPhoneNumberOrderInput;
import org.carillon.api.model.GetPhoneNumberOrderOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.operations.Refusal;

/** Shows one order and what became of each number in it. */
final class GetPhoneNumberOrder
    implements ReadOperation<GetPhoneNumberOrderInput, GetPhoneNumberOrderOutput> {

  private final OrderStore orders;

  GetPhoneNumberOrder(OrderStore orders) {
    this.orders = orders;
  }

  @Override
  public GetPhoneNumberOrderOutput run(GetPhoneNumberOrderInput input, OperationContext context) {
    return orders
        .find(context, input.phoneNumberOrderId())
        .map(order -> new GetPhoneNumberOrderOutput(order.view()))
        .orElseThrow(() ->
            Refusal.notFound(
                "there is no phone number order "
                    + input.phoneNumberOrderId()
                    + " in this organization"));
  }
}
