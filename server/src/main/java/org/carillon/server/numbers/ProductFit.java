package org.carillon.server.numbers;

import static org.carillon.api.model.PhoneNumberProductType.BUSINESS_CALLING;
import static org.carillon.api.model.PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN;

import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.server.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/** Says which product types a number can have. */
public final class ProductFit {

  private ProductFit() {}

  /**
   * Refuses a product that a number cannot have: toll-free is never BusinessCalling, and outside
   * the US there is only SipMediaApplicationDialIn.
   *
   * @throws org.carillon.api.model.BadRequestException naming the rule
   */
  public static void verify(
      String e164,
      @Nullable String country,
      @Nullable PhoneNumberType type,
      PhoneNumberProductType wanted) {
    if (!"US".equals(country) && wanted != SIP_MEDIA_APPLICATION_DIAL_IN) {
      throw Refusal.badRequest(
          e164 + " is not a US number, so its product type can only be SipMediaApplicationDialIn");
    }
    if (type == PhoneNumberType.TOLL_FREE && wanted == BUSINESS_CALLING) {
      throw Refusal.badRequest(
          e164 + " is toll-free, so its product type cannot be BusinessCalling");
    }
  }
}
