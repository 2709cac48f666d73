package org.carillon.server.inventory.numbers;

import java.util.Set;
import java.util.TreeSet;
import org.carillon.api.model.PutBusinessCallingCountriesInput;
import org.carillon.api.shape.Unit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Replaces the countries, besides the US, whose numbers may be BusinessCalling. */
final class PutBusinessCallingCountries
    implements WriteOperation<PutBusinessCallingCountriesInput, Unit> {

  private final BusinessCallingStore businessCalling;

  PutBusinessCallingCountries(BusinessCallingStore businessCalling) {
    this.businessCalling = businessCalling;
  }

  @Override
  public Unit run(PutBusinessCallingCountriesInput input, OperationContext context) {
    Set<String> countries = new TreeSet<>(input.countries());
    countries.forEach(country -> Country.verify("Countries", country));
    countries.remove(ProductFit.HOME);
    businessCalling.replace(context, countries);
    return Unit.INSTANCE;
  }
}
