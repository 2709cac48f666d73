package org.carillon.server.numbers;

import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/** The one attribute that an update of a number changes. */
sealed interface Change {

  /** To another product. */
  record ProductType(PhoneNumberProductType wanted) implements Change {}

  /** To another calling name; empty to have none. */
  record CallingName(String wanted) implements Change {}

  /**
   * The change that a request asks for.
   *
   * @throws org.carillon.api.model.BadRequestException when it asks for none or for both
   */
  static Change of(@Nullable PhoneNumberProductType productType, @Nullable String callingName) {
    if (productType != null && callingName == null) {
      return new ProductType(productType);
    }
    if (productType == null && callingName != null) {
      return new CallingName(callingName);
    }
    throw Refusal.badRequest(
        "one attribute is updated at a time: give either ProductType or CallingName");
  }

  /** The locked number as the change leaves it. */
  default PhoneNumber applyTo(PhoneNumber number, Call call, Assignments assignments) {
    return switch (this) {
      case ProductType(PhoneNumberProductType wanted) -> {
        assignments.refuseAssigned(call, number, "unassign it before you change its product type");
        yield number.withProductType(wanted, call.now());
      }
      case CallingName(String wanted) -> number.callingNameAsked(wanted, call.now());
    };
  }
}
