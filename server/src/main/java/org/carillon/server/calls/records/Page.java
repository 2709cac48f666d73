package org.carillon.server.calls.records;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, merged from several sources.
 *
 * @param next where the next page begins; null on the last
 */
record Page(List<Place> places, @Nullable Place next) {

  /**
   * A record that a source came upon.
   *
   * @param matches whether it is what was asked for
   * @param isLast whether the source was read no further for the effort, whatever follows
   */
  record Hit(Place place, boolean matches, boolean isLast) {}

  /**
   * The latest of all that match. What is earlier than the end of any source that was not read to
   * its end is left to the next page, since that source may hold something later.
   *
   * @param sources the hits of each, latest first
   * @param limit how many hits a source answers at most; one with fewer was read to its end, unless
   *     its last hit is where reading stopped
   * @param unread the place of the latest record in sources that were not read; null for none
   * @param size the most places to answer
   */
  static Page of(Collection<List<Hit>> sources, int limit, @Nullable Place unread, int size) {
    TreeSet<Place> matching = new TreeSet<>(Comparator.reverseOrder());
    Place read = unread == null ? null : unread.next();
    for (List<Hit> hits : sources) {
      hits.stream().filter(Hit::matches).map(Hit::place).forEach(matching::add);
      if (!hits.isEmpty() && (hits.size() >= limit || hits.getLast().isLast())) {
        read = later(read, hits.getLast().place());
      }
    }
    Place end = read;
    List<Place> complete =
        matching.stream()
            .filter(each -> end == null || each.compareTo(end) >= 0)
            .limit(size)
            .toList();
    if (complete.size() == size && (end != null || matching.size() > size)) {
      return new Page(complete, complete.getLast());
    }
    return new Page(complete, end);
  }

  private static Place later(@Nullable Place one, Place other) {
    return one == null || other.compareTo(one) > 0 ? other : one;
  }
}
