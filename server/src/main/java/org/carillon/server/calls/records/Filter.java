package org.carillon.server.calls.records;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.carillon.server.inventory.numbers.E164;
import org.jspecify.annotations.Nullable;

/**
 * Which records to list; null narrows nothing down.
 *
 * @param userId somebody who took part
 * @param from begun then or later; what is finer than records tell is rounded up, since they begin
 *     at whole microseconds
 * @param before begun earlier; rounded up likewise
 */
record Filter(
    Set<Category> categories,
    @Nullable String e164,
    @Nullable String userId,
    @Nullable Instant from,
    @Nullable Instant before) {

  Filter {
    from = roundedUp(from);
    before = roundedUp(before);
  }

  private static @Nullable Instant roundedUp(@Nullable Instant instant) {
    if (instant == null) {
      return null;
    }
    Instant cut = instant.truncatedTo(ChronoUnit.MICROS);
    return cut.equals(instant) ? cut : cut.plus(1, ChronoUnit.MICROS);
  }

  /** As requests ask for it. */
  static Filter of(
      Set<Category> categories,
      @Nullable String number,
      @Nullable String userId,
      @Nullable Instant from,
      @Nullable Instant before) {
    return new Filter(
        categories, number == null ? null : E164.of("phone-number", number), userId, from, before);
  }

  /** Whether it allows records of every category. */
  boolean isOfAllCategories() {
    return categories.size() == Category.values().length;
  }

  /** What a page token is bound to. */
  List<Object> query() {
    return Arrays.asList(categories, e164, userId, from, before);
  }

  /** Where the list begins, which is with the latest. */
  Place start() {
    return before == null ? Place.END : Place.before(before);
  }
}
