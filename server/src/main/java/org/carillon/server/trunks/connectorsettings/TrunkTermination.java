package org.carillon.server.trunks.connectorsettings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.Termination;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Country;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * The addresses from which equipment may call through a Voice Connector and the countries that it
 * may call, with every check that does not need the inventory.
 *
 * @param defaultNumber null for none
 * @param callingRegions codes of countries, each once
 * @param allowedRanges in CIDR form; none contains another
 */
record TrunkTermination(
    int callsPerSecond,
    @Nullable E164 defaultNumber,
    List<String> callingRegions,
    List<String> allowedRanges,
    boolean disabled) {

  /** As Amazon Chime has it. */
  private static final int USUAL_CALLS_PER_SECOND = 1;

  private static final String RANGES = "CidrAllowedList";

  /**
   * The settings with the defaults of what was left out.
   *
   * @param dualStack whether the connector takes IPv6
   * @throws org.carillon.api.model.BadRequestException naming the member and its rule
   */
  static TrunkTermination of(Termination given, boolean dualStack) {
    int callsPerSecond = given.cpsLimit() == null ? USUAL_CALLS_PER_SECOND : given.cpsLimit();
    String number = given.defaultPhoneNumber();
    return new TrunkTermination(
        callsPerSecond,
        number == null ? null : E164.of("DefaultPhoneNumber", number),
        countries(some(given.callingRegions(), "CallingRegions", "a country such as US")),
        ranges(some(given.cidrAllowedList(), RANGES, "a range such as 198.51.100.0/24"), dualStack),
        Boolean.TRUE.equals(given.disabled()));
  }

  Termination view() {
    return new Termination(
        callsPerSecond,
        defaultNumber == null ? null : defaultNumber.text(),
        callingRegions,
        allowedRanges,
        disabled);
  }

  private static List<String> some(@Nullable List<String> list, String member, String example) {
    if (list == null || list.isEmpty()) {
      throw Refusal.badRequest(member + " is empty; give at least one, " + example);
    }
    return List.copyOf(list);
  }

  private static List<String> countries(List<String> codes) {
    Set<String> seen = new HashSet<>();
    for (String code : codes) {
      Country.verify("CallingRegions", code);
      if (!seen.add(code)) {
        throw Refusal.badRequest("CallingRegions lists " + code + " twice; list each country once");
      }
    }
    return codes;
  }

  private static List<String> ranges(List<String> texts, boolean dualStack) {
    List<Cidr> ranges = new ArrayList<>();
    for (String text : texts) {
      Cidr range = Cidr.of(RANGES, text);
      if (range.isV6() && !dualStack) {
        throw Refusal.badRequest(
            RANGES
                + " "
                + text
                + " is IPv6; write IPv4, or use a Voice Connector of NetworkType DUAL_STACK");
      }
      for (Cidr other : ranges) {
        if (other.contains(range) || range.contains(other)) {
          throw Refusal.badRequest(
              RANGES + " " + other.text() + " and " + text + " overlap; keep the wider one");
        }
      }
      ranges.add(range);
    }
    return texts;
  }
}
