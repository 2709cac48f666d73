package org.carillon.server.calls.records;

import java.time.Instant;
import java.util.List;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/** A list of records that an index holds in order; a user's visible records are several of them. */
sealed interface RecordIndex {

  /** All records of the organization. */
  record Everything() implements RecordIndex {}

  /** All records of a category. */
  record OfCategory(Category category) implements RecordIndex {}

  /** All records of a number. */
  record OfNumber(E164 e164) implements RecordIndex {}

  /** A user's own records. */
  record OfUser(String userId) implements RecordIndex {}

  /**
   * Those of a user's own records that another user sees.
   *
   * @param lines what the other one is shown of lines, at most {@link LineMembershipStore#LINES}
   */
  record OfColleague(String userId, String viewerId, List<OfLine> lines) implements RecordIndex {}

  /**
   * The records that a line's users see.
   *
   * @param since from which instant on; null for all
   */
  record OfLine(String lineId, @Nullable Instant since) implements RecordIndex {}
}
