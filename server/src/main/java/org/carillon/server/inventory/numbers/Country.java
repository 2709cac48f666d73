package org.carillon.server.inventory.numbers;

import java.util.Locale;
import java.util.Set;
import org.carillon.platform.operations.Refusal;

/** The country codes of callable countries. */
public final class Country {

  private static final Set<String> ISO = Set.of(Locale.getISOCountries());

  /** Places with telephone numbers of their own that ISO 3166-1 gives no letters. */
  private static final Set<String> BESIDE_ISO = Set.of("AC", "TA", "XK");

  private Country() {}

  /**
   * Refuses letters that are not a country code.
   *
   * @param member the member's name, for the message
   * @throws org.carillon.api.model.BadRequestException naming the rule
   */
  public static void verify(String member, String code) {
    if (!ISO.contains(code) && !BESIDE_ISO.contains(code)) {
      throw Refusal.badRequest(member + " " + code + " is not a country code (ISO 3166-1 alpha-2)");
    }
  }
}
