package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The countries beside the US that an organization admits for BusinessCalling. */
final class BusinessCallingTest {

  private static final String COUNTRIES = "/settings/business-calling-countries";

  private final SignedHttp carillon = new SignedHttp();

  private List<String> admitted() {
    return carillon
        .get(COUNTRIES)
        .answers(200)
        .path("Countries")
        .valueStream()
        .map(each -> each.asText())
        .toList();
  }

  @Test
  void countriesAreAdmittedAndTakenOff() {
    carillon.put(COUNTRIES).member("Countries", List.of("GB", "CA")).answers(204);
    assertEquals(List.of("CA", "GB"), admitted());
    carillon
        .put(COUNTRIES)
        .member("Countries", List.of("gb"))
        .refuses(400, "BadRequestException", "Countries");
    assertEquals(List.of("CA", "GB"), admitted());
    carillon.put(COUNTRIES).member("Countries", List.of()).answers(204);
    assertEquals(List.of(), admitted());
  }
}
