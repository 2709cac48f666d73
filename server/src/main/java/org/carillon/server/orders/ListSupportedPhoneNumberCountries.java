package org.carillon.server.orders;

import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.ListSupportedPhoneNumberCountriesInput;
import org.carillon.api.model.ListSupportedPhoneNumberCountriesOutput;
import org.carillon.api.model.PhoneNumberCountry;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.OutsideOperation;
import org.carillon.server.pool.NumberSupplier;

/** Lists the countries whose numbers are on offer for a product, with the types there are. */
final class ListSupportedPhoneNumberCountries
    implements OutsideOperation<
        ListSupportedPhoneNumberCountriesInput, ListSupportedPhoneNumberCountriesOutput> {

  private final NumberSupplier supplier;

  ListSupportedPhoneNumberCountries(NumberSupplier supplier) {
    this.supplier = supplier;
  }

  @Override
  public ListSupportedPhoneNumberCountriesOutput run(
      ListSupportedPhoneNumberCountriesInput input, Call call) {
    List<PhoneNumberCountry> countries = new ArrayList<>();
    supplier
        .offers()
        .forEach((country, types) -> {
          List<PhoneNumberType> fitting =
              types.stream().filter(type -> fits(input.productType(), country, type)).toList();
          if (!fitting.isEmpty()) {
            countries.add(new PhoneNumberCountry(country, fitting));
          }
        });
    return new ListSupportedPhoneNumberCountriesOutput(countries);
  }

  private static boolean fits(
      PhoneNumberProductType product, String country, PhoneNumberType type) {
    return switch (product) {
      case BUSINESS_CALLING -> country.equals("US") && type == PhoneNumberType.LOCAL;
      case VOICE_CONNECTOR -> country.equals("US");
      case SIP_MEDIA_APPLICATION_DIAL_IN -> true;
    };
  }
}
