package org.carillon.server.inventory.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.CreatePhoneNumberOrderOutput;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.BusinessCallingStore;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.numbers.ProductFit;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Item;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Outcome;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.inventory.pool.PhoneNumberFacts;

/** Orders numbers; they are in the inventory at once and are acquired one by one afterwards. */
final class CreatePhoneNumberOrder
    implements WriteOperation<CreatePhoneNumberOrderInput, CreatePhoneNumberOrderOutput> {

  private final OrderStore orders;
  private final PhoneNumberStore numbers;
  private final BusinessCallingStore businessCalling;
  private final PhoneNumberFacts facts;
  private final Ids ids;

  CreatePhoneNumberOrder(
      OrderStore orders,
      PhoneNumberStore numbers,
      BusinessCallingStore businessCalling,
      PhoneNumberFacts facts,
      Ids ids) {
    this.businessCalling = businessCalling;
    this.orders = orders;
    this.numbers = numbers;
    this.facts = facts;
    this.ids = ids;
  }

  @Override
  public CreatePhoneNumberOrderOutput run(
      CreatePhoneNumberOrderInput input, OperationContext context) {
    Set<E164> wanted = distinct(input.e164PhoneNumbers());
    Map<E164, PhoneNumber> present = numbers.lockAll(context, wanted);
    Set<String> admitted = businessCalling.countries(context);
    Instant now = context.now();
    String orderId = ids.id();
    List<PhoneNumber> tenures = new ArrayList<>();
    for (E164 e164 : wanted) {
      PhoneNumberFacts.Facts known = facts.of(e164);
      ProductFit.verify(e164, known.country(), known.type(), input.productType(), admitted);
      PhoneNumber before = present.get(e164);
      if (before != null) {
        before.refuseOrderedAnew(now);
        numbers.remove(context, before);
      }
      tenures.add(
          PhoneNumber.ordered(
              context.organizationId(),
              new NumberKey(ids.next()),
              e164,
              orderId,
              input.productType(),
              known.country(),
              known.type(),
              input.name(),
              now));
    }
    PhoneNumberOrder order =
        new PhoneNumberOrder(
            orderId,
            input.productType(),
            wanted.stream().map(e164 -> new Item(e164, Outcome.PROCESSING)).toList(),
            now,
            now);
    orders.add(context, order);
    numbers.add(context, tenures);
    context.auditSubject(orderId);
    return new CreatePhoneNumberOrderOutput(order.view());
  }

  private static Set<E164> distinct(List<String> asked) {
    Set<E164> distinct = new LinkedHashSet<>();
    for (String each : asked) {
      if (!distinct.add(E164.dialable("E164PhoneNumbers", each))) {
        throw Refusal.badRequest(
            "E164PhoneNumbers lists " + each + " twice; list each number once");
      }
    }
    return distinct;
  }
}
