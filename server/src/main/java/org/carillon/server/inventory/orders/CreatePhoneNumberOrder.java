package org.carillon.server.inventory.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.CreatePhoneNumberOrderOutput;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.numbers.BusinessCallingStore;
import org.carillon.server.inventory.numbers.E164;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.numbers.ProductFit;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Item;
import org.carillon.server.inventory.orders.PhoneNumberOrder.Outcome;
import org.carillon.server.inventory.pool.PhoneNumberFacts;

/** Orders numbers; they stand in the inventory at once and are acquired one by one afterwards. */
final class CreatePhoneNumberOrder
    implements WriteOperation<CreatePhoneNumberOrderInput, CreatePhoneNumberOrderOutput> {

  private final OrderStore orders;
  private final PhoneNumberStore numbers;
  private final BusinessCallingStore businessCalling;
  private final PhoneNumberFacts facts;
  private final Keys keys;

  CreatePhoneNumberOrder(
      OrderStore orders,
      PhoneNumberStore numbers,
      BusinessCallingStore businessCalling,
      PhoneNumberFacts facts,
      Keys keys) {
    this.businessCalling = businessCalling;
    this.orders = orders;
    this.numbers = numbers;
    this.facts = facts;
    this.keys = keys;
  }

  @Override
  public CreatePhoneNumberOrderOutput run(CreatePhoneNumberOrderInput input, Call call) {
    Set<String> wanted = distinct(input.e164PhoneNumbers());
    Map<String, PhoneNumber> present = numbers.lock(call, wanted);
    Set<String> admitted = businessCalling.countries(call);
    Instant now = call.now();
    String orderId = keys.id();
    List<PhoneNumber> tenures = new ArrayList<>();
    for (String e164 : wanted) {
      PhoneNumberFacts.Facts known = facts.of(e164);
      ProductFit.verify(e164, known.country(), known.type(), input.productType(), admitted);
      PhoneNumber before = present.get(e164);
      if (before != null) {
        before.refuseOrderedAnew(now);
        numbers.remove(call, before);
      }
      tenures.add(
          PhoneNumber.ordered(
              call.organizationId(),
              keys.next(),
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
    orders.add(call, order);
    numbers.add(call, tenures);
    call.concerns(orderId);
    return new CreatePhoneNumberOrderOutput(order.view());
  }

  private static Set<String> distinct(List<String> asked) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String each : asked) {
      if (!distinct.add(E164.dialable("E164PhoneNumbers", each))) {
        throw Refusal.badRequest("E164PhoneNumbers names " + each + " twice");
      }
    }
    return distinct;
  }
}
