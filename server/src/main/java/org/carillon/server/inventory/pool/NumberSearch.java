package org.carillon.server.inventory.pool;

import org.carillon.api.model.PhoneNumberType;
import org.jspecify.annotations.Nullable;

/**
 * The filters of numbers on offer; a null filter admits every number.
 *
 * @param country two letters, as in ISO 3166
 * @param areaCode the three digits after +1
 * @param city compared with the geocoder's name of the place, ignoring case
 * @param state as it is stored: two letters in the United States and Canada; ignoring case
 * @param tollFreePrefix the three digits after +1 of a toll-free number
 * @param limit 1 to 500
 * @param after only numbers that follow this one in the order of their text
 */
public record NumberSearch(
    String country,
    @Nullable PhoneNumberType type,
    @Nullable String areaCode,
    @Nullable String city,
    @Nullable String state,
    @Nullable String tollFreePrefix,
    int limit,
    @Nullable String after) {

  /** The most that one page can hold. */
  public static final int LIMIT = 500;

  /** Refuses a limit outside 1 to 500 and a city without its state. */
  public NumberSearch {
    if (limit < 1 || limit > LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + LIMIT);
    }
    if (city != null && state == null) {
      throw new IllegalArgumentException("a city needs its state");
    }
  }
}
