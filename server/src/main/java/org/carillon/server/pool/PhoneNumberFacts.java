package org.carillon.server.pool;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.carillon.api.model.PhoneNumberType;
import org.jspecify.annotations.Nullable;

/** Says what the numbering plans say about a number; knows no more than libphonenumber does. */
public final class PhoneNumberFacts {

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
  private static final int NORTH_AMERICA = 1;

  /**
   * What is known of a number.
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

  /** Whether that is a number in E.164: a plus and 2 to 15 digits, the first no zero. */
  public static boolean isE164(String text) {
    return E164.matcher(text).matches();
  }

  /**
   * The facts of a number in E.164, whether libphonenumber knows it or not. The first call loads
   * the plans, which takes some 100 ms; no start of a server waits for it.
   */
  public Facts of(String e164) {
    PhoneNumber number;
    try {
      number = Plans.NUMBERS.parse(e164, null);
    } catch (NumberParseException inNoPlan) {
      return new Facts(null, PhoneNumberType.LOCAL, null, null, null);
    }
    String country = country(number);
    PhoneNumberType type =
        Plans.NUMBERS.getNumberType(number) == PhoneNumberUtil.PhoneNumberType.TOLL_FREE
            ? PhoneNumberType.TOLL_FREE
            : PhoneNumberType.LOCAL;
    boolean american = "US".equals(country) || "CA".equals(country);
    String areaCode = american && e164.length() >= 5 ? e164.substring(2, 5) : null;
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
        ? new Facts(country, type, areaCode, cityOfItsOwn(place), States.of(place))
        : new Facts(country, type, areaCode, place.substring(0, comma), place.substring(comma + 2));
  }

  /** The capital is the one place that the geocoder names without a state after it. */
  private static @Nullable String cityOfItsOwn(String place) {
    return place.startsWith("Washington D.C") ? "Washington" : null;
  }

  private static String countryName(String country) {
    return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
  }

  private static @Nullable String country(PhoneNumber number) {
    String country = Plans.NUMBERS.getRegionCodeForNumber(number);
    if (country == null && number.getCountryCode() != NORTH_AMERICA) {
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
