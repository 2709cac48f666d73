package org.carillon.server.inventory.numbers;

import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/** The one attribute that an update of a number changes. */
sealed interface NumberUpdate {

  /** To another product. */
  record ProductType(PhoneNumberProductType wanted) implements NumberUpdate {}

  /** To another name within the organization; empty to have none. */
  record Name(String wanted) implements NumberUpdate {}

  /** To another calling name; empty to have none. */
  record CallingName(String wanted) implements NumberUpdate {}

  /**
   * The change that a request asks for.
   *
   * @throws org.carillon.api.model.BadRequestException when it asks for none or for several
   */
  static NumberUpdate of(
      @Nullable PhoneNumberProductType productType,
      @Nullable String callingName,
      @Nullable String name) {
    List<NumberUpdate> asked = new ArrayList<>();
    if (productType != null) {
      asked.add(new ProductType(productType));
    }
    if (callingName != null) {
      asked.add(new CallingName(callingName));
    }
    if (name != null) {
      asked.add(new Name(name));
    }
    if (asked.size() != 1) {
      throw Refusal.badRequest(
          "only one attribute can be updated at a time; give one of ProductType, CallingName and"
              + " Name");
    }
    return asked.getFirst();
  }

  /** The locked number as the change leaves it. */
  default PhoneNumber applyTo(
      PhoneNumber number,
      OperationContext context,
      Assignments assignments,
      BusinessCallingStore businessCalling) {
    return switch (this) {
      case ProductType(PhoneNumberProductType wanted) -> {
        assignments.refuseAssigned(context, number);
        yield number.withProductType(wanted, businessCalling.countries(context), context.now());
      }
      case Name(String wanted) -> number.withName(wanted, context.now());
      case CallingName(String wanted) -> number.callingNameAsked(wanted, context.now());
    };
  }
}
