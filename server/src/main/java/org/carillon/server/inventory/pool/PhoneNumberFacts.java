package org.carillon.server.inventory.pool;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.Optional;
import org.carillon.api.model.PhoneNumberType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of numbering plans about a number: libphonenumber, and for area codes newer than
 * its data {@link AreaCodes}.
 */
public final class PhoneNumberFacts {

  private static final int NORTH_AMERICA = 1;
  private static final String NO_COUNTRY = "begins with an unknown country code";

  /**
   * The facts about a number.
   *
   * @param country two letters, as in ISO 3166; null when the number is in no country's plan
   * @param areaCode three digits in North America, else null
   * @param city in English; null when the plan says no more than the state or country
   * @param state two letters in the United States and Canada, else null
   */
  public record Facts(
      @Nullable String country,
      PhoneNumberType type,
      @Nullable String areaCode,
      @Nullable String city,
      @Nullable String state) {}

  /** Returns whether two letters are a country with a numbering plan. */
  public static boolean isCountry(String country) {
    return Plans.NUMBERS.getSupportedRegions().contains(country);
  }

  /**
   * Returns the problem of a number that no country's plan can have, by its country code or its
   * length; empty when one can, whether or not the range is in service. A national prefix after the
   * country code is a problem too. The problem ends with the remedy.
   */
  static Optional<String> problem(E164 e164) {
    PhoneNumber number;
    try {
      number = Plans.NUMBERS.parse(e164.text(), null);
    } catch (NumberParseException refused) {
      return Optional.of(
          switch (refused.getErrorType()) {
                case INVALID_COUNTRY_CODE -> NO_COUNTRY;
                case TOO_LONG -> "is too long";
                case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "is too short";
              }
              + NumberProblem.REMEDY);
    }
    String whose = " for a number of +" + number.getCountryCode() + NumberProblem.REMEDY;
    return switch (Plans.NUMBERS.isPossibleNumberWithReason(number)) {
      case IS_POSSIBLE -> {
        String whole = Plans.NUMBERS.format(number, PhoneNumberFormat.E164);
        yield whole.length() < e164.text().length()
            ? Optional.of("has a digit that only calls within its country use; write " + whole)
            : Optional.empty();
      }
      case INVALID_COUNTRY_CODE -> Optional.of(NO_COUNTRY + NumberProblem.REMEDY);
      // Local numbers are whole numbers without their area codes.
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> Optional.of("is too short" + whose);
      case TOO_LONG -> Optional.of("is too long" + whose);
      case INVALID_LENGTH -> Optional.of("has the wrong length" + whose);
    };
  }

  /**
   * The facts of a number in E.164, whether libphonenumber knows it or not. The first call loads
   * the plans, which takes some 100 ms; no start of a server waits for it.
   */
  public Facts of(E164 e164) {
    PhoneNumber number;
    try {
      number = Plans.NUMBERS.parse(e164.text(), null);
    } catch (NumberParseException inNoPlan) {
      return new Facts(null, PhoneNumberType.LOCAL, null, null, null);
    }
    String country = country(number, e164);
    PhoneNumberType type = planned(number).orElse(PhoneNumberType.LOCAL);
    boolean american = "US".equals(country) || "CA".equals(country);
    String areaCode = american && e164.text().length() >= 5 ? e164.text().substring(2, 5) : null;
    if (country == null || type == PhoneNumberType.TOLL_FREE) {
      return new Facts(country, type, areaCode, null, null);
    }
    String place = Plans.PLACES.getDescriptionForNumber(number, Locale.ENGLISH);
    if (!american) {
      boolean named = !place.isEmpty() && !place.equals(countryName(country));
      return new Facts(country, type, null, named ? place : null, null);
    }
    int comma = place.lastIndexOf(", ");
    return comma < 0
        ? new Facts(country, type, areaCode, cityOfItsOwn(place), state(place, areaCode))
        : new Facts(country, type, areaCode, place.substring(0, comma), place.substring(comma + 2));
  }

  /**
   * Returns how the numbering plan contradicts a number's type in a file; empty when it agrees or
   * does not know the range.
   */
  public Optional<String> contradiction(E164 e164, @Nullable PhoneNumberType given) {
    if (given == null) {
      return Optional.empty();
    }
    try {
      return planned(Plans.NUMBERS.parse(e164.text(), null))
          .filter(planned -> planned != given)
          .map(planned ->
              "%s is %s by its numbering plan, not %s; write %s, or leave the type out"
                  .formatted(
                      e164,
                      planned == PhoneNumberType.TOLL_FREE ? "toll-free" : "not toll-free",
                      given.value(),
                      planned.value()));
    } catch (NumberParseException inNoPlan) {
      return Optional.empty();
    }
  }

  /** The type by the plan; nothing for a range that libphonenumber does not know. */
  private static Optional<PhoneNumberType> planned(PhoneNumber number) {
    return switch (Plans.NUMBERS.getNumberType(number)) {
      case TOLL_FREE -> Optional.of(PhoneNumberType.TOLL_FREE);
      case UNKNOWN -> Optional.empty();
      default -> Optional.of(PhoneNumberType.LOCAL);
    };
  }

  private static @Nullable String state(String place, @Nullable String areaCode) {
    String state = UsStates.of(place);
    return state == null && areaCode != null ? AreaCodes.state(areaCode) : state;
  }

  /** The capital is the one place that the geocoder names without a state after it. */
  private static @Nullable String cityOfItsOwn(String place) {
    return place.startsWith("Washington D.C") ? "Washington" : null;
  }

  private static String countryName(String country) {
    return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
  }

  private static @Nullable String country(PhoneNumber number, E164 e164) {
    String country = Plans.NUMBERS.getRegionCodeForNumber(number);
    if (country == null && number.getCountryCode() == NORTH_AMERICA) {
      return AreaCodes.country(e164);
    }
    if (country == null) {
      // Numbers kept for fiction are often in no valid range, but their country code is one
      // country's.
      var sharing = Plans.NUMBERS.getRegionCodesForCountryCode(number.getCountryCode());
      country = sharing.isEmpty() ? null : sharing.getFirst();
    }
    // 001 is what libphonenumber calls plans that belong to no country.
    return country == null || country.equals("001") || country.equals("ZZ") ? null : country;
  }

  /** The plans, loaded at their first use. */
  private static final class Plans {
    static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();
  }
}
