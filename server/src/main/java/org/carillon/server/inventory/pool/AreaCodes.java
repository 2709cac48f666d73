package org.carillon.server.inventory.pool;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The countries and states of North American area codes that are newer than libphonenumber's data.
 * Canada, the Caribbean and the Pacific announce theirs years ahead, so an unknown area code is one
 * of the United States.
 */
final class AreaCodes {

  /** NXX-NXX-XXXX, without the area codes that are kept for longer numbers ([2-9]9X). */
  private static final Pattern AMERICAN = Pattern.compile("\\+1[2-9][0-8][0-9][2-9][0-9]{6}");

  /** Reserved for Canada (Canadian Numbering Administrator). */
  private static final Set<String> CANADIAN = Set.of("387");

  /**
   * Area codes of no place: personal communications and machines (5XX), Canada's 6YY, interexchange
   * carriers, the government, and those kept for toll-free and premium calls (NANPA,
   * "Non-Geographic Area Codes").
   */
  private static final Pattern PLACELESS =
      Pattern.compile(
          "[2-9]11|456|5(00|2[1-9]|3[2358]|4[2-79]|5[02-68]|66|69|77|78|88|89)"
              + "|6(00|22|33|44|55|77|88)|700|710|8(00|22|33|44|55|66|77|8[0-9])|900|976");

  /** Announced by NANPA or the state's regulator. */
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("436", "OH"),
          Map.entry("457", "LA"),
          Map.entry("471", "MS"),
          Map.entry("483", "AL"),
          Map.entry("565", "GA"),
          Map.entry("621", "TX"),
          Map.entry("679", "MI"),
          Map.entry("728", "FL"),
          Map.entry("729", "TN"),
          Map.entry("738", "CA"),
          Map.entry("837", "CA"),
          Map.entry("861", "IL"),
          Map.entry("924", "MN"));

  private AreaCodes() {}

  /**
   * The country of a number with +1 that libphonenumber puts in no country; null when it has none.
   */
  static @Nullable String country(E164 e164) {
    if (!AMERICAN.matcher(e164.text()).matches()) {
      return null;
    }
    String areaCode = e164.text().substring(2, 5);
    if (PLACELESS.matcher(areaCode).matches()) {
      return null;
    }
    return CANADIAN.contains(areaCode) ? "CA" : "US";
  }

  /** The two letters of the state; null where it is not known here. */
  static @Nullable String state(String areaCode) {
    return STATES.get(areaCode);
  }
}
