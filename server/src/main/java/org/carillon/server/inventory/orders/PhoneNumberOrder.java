package org.carillon.server.inventory.orders;

import java.time.Instant;
import java.util.List;
import org.carillon.api.model.OrderedPhoneNumber;
import org.carillon.api.model.OrderedPhoneNumberStatus;
import org.carillon.api.model.PhoneNumberOrderStatus;
import org.carillon.api.model.PhoneNumberOrderType;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.server.inventory.pool.E164;

/** An order of numbers; its status is a function of what became of each. */
public record PhoneNumberOrder(
    String orderId,
    PhoneNumberProductType productType,
    List<Item> items,
    Instant createdAt,
    Instant changedAt) {

  /** One number of an order. */
  record Item(E164 e164, Outcome outcome) {}

  /** The outcome of an ordered number. */
  enum Outcome {
    PROCESSING,
    ACQUIRED,
    FAILED
  }

  private PhoneNumberOrderStatus status() {
    if (items.stream().anyMatch(item -> item.outcome() == Outcome.PROCESSING)) {
      return PhoneNumberOrderStatus.PROCESSING;
    }
    long acquired = items.stream().filter(item -> item.outcome() == Outcome.ACQUIRED).count();
    if (acquired == items.size()) {
      return PhoneNumberOrderStatus.SUCCESSFUL;
    }
    return acquired == 0 ? PhoneNumberOrderStatus.FAILED : PhoneNumberOrderStatus.PARTIAL;
  }

  /** The order as the API shows it. */
  org.carillon.api.model.PhoneNumberOrder view() {
    return org.carillon.api.model.PhoneNumberOrder.builder()
        .phoneNumberOrderId(orderId)
        .productType(productType)
        .status(status())
        .orderType(PhoneNumberOrderType.NEW)
        .orderedPhoneNumbers(items.stream().map(PhoneNumberOrder::view).toList())
        .createdTimestamp(createdAt)
        .updatedTimestamp(changedAt)
        .build();
  }

  private static OrderedPhoneNumber view(Item item) {
    return OrderedPhoneNumber.builder()
        .e164PhoneNumber(item.e164().text())
        .status(
            switch (item.outcome()) {
              case PROCESSING -> OrderedPhoneNumberStatus.PROCESSING;
              case ACQUIRED -> OrderedPhoneNumberStatus.ACQUIRED;
              case FAILED -> OrderedPhoneNumberStatus.FAILED;
            })
        .build();
  }
}
