package org.carillon.server.inventory.numbers;

import java.util.List;
import org.carillon.api.model.GetBusinessCallingCountriesInput;
import org.carillon.api.model.GetBusinessCallingCountriesOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;

/** Returns the countries, besides the US, whose numbers may be BusinessCalling. */
final class GetBusinessCallingCountries
    implements ReadOperation<GetBusinessCallingCountriesInput, GetBusinessCallingCountriesOutput> {

  private final BusinessCallingStore businessCalling;

  GetBusinessCallingCountries(BusinessCallingStore businessCalling) {
    this.businessCalling = businessCalling;
  }

  @Override
  public GetBusinessCallingCountriesOutput run(
      GetBusinessCallingCountriesInput input, OperationContext context) {
    return new GetBusinessCallingCountriesOutput(List.copyOf(businessCalling.countries(context)));
  }
}
