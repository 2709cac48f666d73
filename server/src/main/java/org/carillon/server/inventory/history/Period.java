package org.carillon.server.inventory.history;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import org.carillon.api.model.InPeriod;
import org.carillon.platform.operations.Refusal;
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
   * Returns the period of a request.
   *
   * @throws org.carillon.api.model.BadRequestException when the three contradict each other, or ask
   *     for what held at an instant to come
   */
  static Period of(InPeriod asked, Instant now) {
    Instant at = asked.at();
    Instant from = asked.heldFrom();
    Instant to = asked.heldBefore();
    if (at != null && (from != null || to != null)) {
      throw Refusal.badRequest("At cannot be combined with HeldFrom and HeldBefore; give it alone");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw Refusal.badRequest("HeldFrom must be before HeldBefore; give At for a single instant");
    }
    if (from != null) {
      refuseFuture("HeldFrom", from, now);
    }
    Instant first = at == null ? from : past(at, now);
    return new Period(
        first == null ? null : endOfMillis(first),
        to == null ? null : to.truncatedTo(MILLIS),
        at != null);
  }

  /**
   * An instant at which to look, which is the present millisecond or an earlier one. No skew is
   * allowed: two pages of a future instant could differ.
   *
   * @throws org.carillon.api.model.BadRequestException when it is still to come
   */
  static Instant past(Instant at, Instant now) {
    refuseFuture("At", at, now);
    return at;
  }

  private static void refuseFuture(String member, Instant instant, Instant now) {
    if (instant.truncatedTo(MILLIS).isAfter(now)) {
      throw Refusal.badRequest(
          "%s %s is in the future; give an instant up to now, %s"
              .formatted(member, instant, now.truncatedTo(MILLIS)));
    }
  }

  /**
   * The last microsecond of an instant's millisecond. Answers cut instants to milliseconds, so an
   * assignment that begins or ends at a shown instant has begun or ended by the end of its
   * millisecond.
   */
  static Instant endOfMillis(Instant instant) {
    return instant.truncatedTo(MILLIS).plusNanos(LAST_NANOS);
  }
}
