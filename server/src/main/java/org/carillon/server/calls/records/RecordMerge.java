package org.carillon.server.calls.records;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.carillon.platform.pages.Slice;
import org.carillon.platform.pages.TimeCursor;
import org.jspecify.annotations.Nullable;

/** Merges the records of several sources into one page of a list, the latest first. */
final class RecordMerge {

  private RecordMerge() {}

  /**
   * A record of a source.
   *
   * @param matches whether it matches the filters
   * @param isLast whether reading the source stopped here to bound the work
   */
  record Candidate(TimeCursor cursor, boolean matches, boolean isLast) {}

  /**
   * Returns the latest matches of all sources. Records earlier than the end of a source that was
   * not read completely wait for the next page, since that source may have later ones.
   *
   * @param sources the candidates of each, latest first
   * @param limit how many candidates a source answers at most; one with fewer was read to its end,
   *     unless its last is where reading stopped
   * @param unread the latest record in sources that were not read; null for none
   * @param size the most records to answer
   */
  static Slice<TimeCursor, TimeCursor> latest(
      Collection<List<Candidate>> sources, int limit, @Nullable TimeCursor unread, int size) {
    TreeSet<TimeCursor> matching = new TreeSet<>(Comparator.reverseOrder());
    // The next page is earlier than its cursor, and is to begin with that record.
    TimeCursor read = unread == null ? null : new TimeCursor(unread.at(), unread.key() + 1);
    for (List<Candidate> candidates : sources) {
      candidates.stream().filter(Candidate::matches).map(Candidate::cursor).forEach(matching::add);
      if (!candidates.isEmpty() && (candidates.size() >= limit || candidates.getLast().isLast())) {
        read = later(read, candidates.getLast().cursor());
      }
    }
    TimeCursor end = read;
    List<TimeCursor> complete =
        matching.stream()
            .filter(each -> end == null || each.compareTo(end) >= 0)
            .limit(size)
            .toList();
    if (complete.size() == size && (end != null || matching.size() > size)) {
      return new Slice<>(complete, complete.getLast());
    }
    return new Slice<>(complete, end);
  }

  private static TimeCursor later(@Nullable TimeCursor one, TimeCursor other) {
    return one == null || other.compareTo(one) > 0 ? other : one;
  }
}
