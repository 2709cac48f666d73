package org.carillon.server.inventory.numbers;

import static org.carillon.api.model.PhoneNumberProductType.BUSINESS_CALLING;

import java.util.Set;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/** Says which product types a number can have. */
public final class ProductFit {

  /** The country whose numbers every organization may use for every product. */
  public static final String HOME = "US";

  private ProductFit() {}

  /**
   * Refuses a product that a number cannot have: toll-free is never BusinessCalling, and outside
   * the US there is only SipMediaApplicationDialIn, and BusinessCalling where the organization
   * admits the country.
   *
   * @param admitted the organization's {@link BusinessCallingStore#countries}
   * @throws org.carillon.api.model.BadRequestException naming the rule
   */
  public static void verify(
      E164 e164,
      @Nullable String country,
      @Nullable PhoneNumberType type,
      PhoneNumberProductType wanted,
      Set<String> admitted) {
    if (!fitsCountry(wanted, country, admitted)) {
      throw Refusal.badRequest(
          e164
              + " is not a US number, so its product type can only be SipMediaApplicationDialIn"
              + (wanted == BUSINESS_CALLING && country != null
                  ? "; to assign numbers of "
                      + country
                      + " to users, add the country with PutBusinessCallingCountries"
                  : ""));
    }
    if (!fitsType(wanted, type)) {
      throw Refusal.badRequest(
          e164 + " is toll-free, so its product type cannot be BusinessCalling; choose another");
    }
  }

  /**
   * Returns whether numbers of a country can have a product.
   *
   * @param admitted the organization's {@link BusinessCallingStore#countries}
   */
  public static boolean fitsCountry(
      PhoneNumberProductType product, @Nullable String country, Set<String> admitted) {
    return HOME.equals(country)
        || switch (product) {
          case BUSINESS_CALLING -> country != null && admitted.contains(country);
          case VOICE_CONNECTOR -> false;
          case SIP_MEDIA_APPLICATION_DIAL_IN -> true;
        };
  }

  /** Returns whether numbers of a type can have a product. */
  public static boolean fitsType(PhoneNumberProductType product, @Nullable PhoneNumberType type) {
    return type != PhoneNumberType.TOLL_FREE || product != BUSINESS_CALLING;
  }
}
