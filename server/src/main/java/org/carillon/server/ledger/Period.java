package org.carillon.server.ledger;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import org.carillon.server.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The part of a history that was asked for: what held at {@code since}, and what began later, but
 * before {@code before}.
 *
 * @param since the last microsecond of the millisecond given; null for the whole past
 * @param before the first microsecond of the millisecond given; null for no end
 * @param instant whether only what held at {@code since} is wanted
 */
record Period(@Nullable Instant since, @Nullable Instant before, boolean instant) {

  private static final long LAST_NANOS = 999_000;

  /**
   * What a request asks for.
   *
   * @throws org.carillon.api.model.BadRequestException when the three contradict each other
   */
  static Period of(@Nullable Instant at, @Nullable Instant from, @Nullable Instant to) {
    if (at != null && (from != null || to != null)) {
      throw Refusal.badRequest("At stands for itself: give either At, or From and To");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw Refusal.badRequest("From must be before To: give At for a single instant");
    }
    Instant first = at == null ? from : at;
    return new Period(
        first == null ? null : endOfMillis(first),
        to == null ? null : to.truncatedTo(MILLIS),
        at != null);
  }

  /**
   * The last microsecond of an instant's millisecond. Answers cut instants to milliseconds, so what
   * is shown to have begun at an instant had begun at the end of its millisecond, and what is shown
   * to have ended then had ended.
   */
  static Instant endOfMillis(Instant instant) {
    return instant.truncatedTo(MILLIS).plusNanos(LAST_NANOS);
  }
}
