package org.carillon.server.trunks.connectorsettings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.DNISEmergencyCallingConfiguration;
import org.carillon.api.model.EmergencyCallingConfiguration;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Country;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * The route of emergency calls from one country.
 *
 * @param testNumber null for none
 */
record EmergencyRoute(String country, E164 emergencyNumber, @Nullable E164 testNumber) {

  /**
   * The routes of a configuration.
   *
   * @throws org.carillon.api.model.BadRequestException naming the member and its rule
   */
  static List<EmergencyRoute> of(EmergencyCallingConfiguration given) {
    List<DNISEmergencyCallingConfiguration> entries = given.dnis();
    if (entries == null) {
      throw Refusal.badRequest("DNIS is empty; give at least one entry");
    }
    Set<String> countries = new HashSet<>();
    for (DNISEmergencyCallingConfiguration entry : entries) {
      if (!countries.add(entry.callingCountry())) {
        throw Refusal.badRequest(
            "DNIS lists CallingCountry "
                + entry.callingCountry()
                + " twice; list each country once");
      }
    }
    return entries.stream().map(EmergencyRoute::of).toList();
  }

  private static EmergencyRoute of(DNISEmergencyCallingConfiguration given) {
    Country.verify("CallingCountry", given.callingCountry());
    E164 emergency = E164.dialable("EmergencyPhoneNumber", given.emergencyPhoneNumber());
    String test = given.testPhoneNumber();
    E164 tested = test == null ? null : E164.dialable("TestPhoneNumber", test);
    if (emergency.equals(tested)) {
      throw Refusal.badRequest(
          "TestPhoneNumber "
              + tested
              + " is the EmergencyPhoneNumber; choose another number, since a test must not call"
              + " it");
    }
    return new EmergencyRoute(given.callingCountry(), emergency, tested);
  }

  private DNISEmergencyCallingConfiguration view() {
    return new DNISEmergencyCallingConfiguration(
        emergencyNumber.text(), testNumber == null ? null : testNumber.text(), country);
  }

  /** The configuration that routes make. */
  static EmergencyCallingConfiguration view(List<EmergencyRoute> routes) {
    return new EmergencyCallingConfiguration(routes.stream().map(EmergencyRoute::view).toList());
  }
}
