package org.carillon.server.calls.records;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.carillon.api.model.RecordFilters;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list of records; null matches every record.
 *
 * @param userId a user who took part
 * @param from the earliest start, rounded up to microseconds, since records begin at whole ones
 * @param before begun earlier; rounded up likewise
 */
record Filter(
    Set<Category> categories,
    @Nullable E164 e164,
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

  /** Returns the filters of a request. */
  static Filter of(RecordFilters asked) {
    String number = asked.e164PhoneNumber();
    return new Filter(
        Category.matching(asked.type(), asked.direction(), asked.outcome()),
        number == null ? null : E164.of("E164PhoneNumber", number),
        asked.involvedUserId(),
        asked.startedFrom(),
        asked.startedBefore());
  }

  /** Returns whether it allows records of every category. */
  boolean isOfAllCategories() {
    return categories.size() == Category.values().length;
  }

  /** Returns the cursor before the page, no later than the end of the filter. */
  TimeCursor start(TimeCursor after) {
    return before == null ? after : after.orEarlier(TimeCursor.before(before));
  }
}
