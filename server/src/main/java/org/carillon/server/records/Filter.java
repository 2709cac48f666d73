package org.carillon.server.records;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.carillon.server.numbers.E164;
import org.jspecify.annotations.Nullable;

/**
 * Which records to list; null narrows nothing down.
 *
 * @param userId somebody who took part
 * @param from begun then or later
 * @param before begun earlier
 */
record Filter(
    Set<Category> categories,
    @Nullable String e164,
    @Nullable String userId,
    @Nullable Instant from,
    @Nullable Instant before) {

  /** As requests ask for it. */
  static Filter of(
      Set<Category> categories,
      @Nullable String number,
      @Nullable String userId,
      @Nullable Instant from,
      @Nullable Instant before) {
    return new Filter(categories, number == null ? null : E164.of(number), userId, from, before);
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
