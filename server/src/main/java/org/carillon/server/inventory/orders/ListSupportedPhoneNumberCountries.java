package org.carillon.server.inventory.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.ListSupportedPhoneNumberCountriesInput;
import org.carillon.api.model.ListSupportedPhoneNumberCountriesOutput;
import org.carillon.api.model.PhoneNumberCountry;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Database;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.OutsideOperation;
import org.carillon.server.inventory.numbers.BusinessCallingStore;
import org.carillon.server.inventory.numbers.ProductFit;
import org.carillon.server.inventory.pool.NumberSupplier;

/** Lists the countries whose numbers are on offer for a product, with the types there are. */
final class ListSupportedPhoneNumberCountries
    implements OutsideOperation<
        ListSupportedPhoneNumberCountriesInput, ListSupportedPhoneNumberCountriesOutput> {

  private final NumberSupplier supplier;
  private final BusinessCallingStore businessCalling;
  private final Database database;

  ListSupportedPhoneNumberCountries(
      NumberSupplier supplier, BusinessCallingStore businessCalling, Database database) {
    this.database = database;
    this.businessCalling = businessCalling;
    this.supplier = supplier;
  }

  @Override
  public ListSupportedPhoneNumberCountriesOutput run(
      ListSupportedPhoneNumberCountriesInput input, OperationContext context) {
    // In a short read of its own: nothing is held while the supplier is asked.
    Set<String> admitted =
        database.read(
            context.organizationId(),
            transaction -> businessCalling.countries(transaction, context.organizationId()));
    PhoneNumberProductType product = input.productType();
    List<PhoneNumberCountry> countries = new ArrayList<>();
    supplier
        .offers(context.organizationId())
        .forEach((country, types) -> {
          List<PhoneNumberType> fitting =
              types.stream().filter(type -> ProductFit.fitsType(product, type)).toList();
          if (!fitting.isEmpty() && ProductFit.fitsCountry(product, country, admitted)) {
            countries.add(new PhoneNumberCountry(country, fitting));
          }
        });
    return new ListSupportedPhoneNumberCountriesOutput(countries);
  }
}
