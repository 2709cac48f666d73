package org.carillon.server.calls.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of records that an index holds in order; what somebody may see is several of them. */
sealed interface Source {

  /** All records of the organization. */
  record Everything() implements Source {}

  /** All records of a category. */
  record OfCategory(Category category) implements Source {}

  /** All records of a number. */
  record OfNumber(String e164) implements Source {}

  /** A user's own records. */
  record OfUser(String userId) implements Source {}

  /**
   * Those of a user's own records that another user sees.
   *
   * @param lines what the other one is shown of lines, at most {@link SeatStore#LINES}
   */
  record OfColleague(String userId, String viewerId, List<OfLine> lines) implements Source {}

  /**
   * What the people of a line see of it.
   *
   * @param since from which instant on; null for all
   */
  record OfLine(String lineId, @Nullable Instant since) implements Source {}
}
