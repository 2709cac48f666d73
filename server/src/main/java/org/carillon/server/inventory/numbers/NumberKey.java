package org.carillon.server.inventory.numbers;

import java.util.Collection;
import java.util.List;

/**
 * The key of one tenure of a number in an organization. A number that leaves and comes back has
 * another.
 *
 * @param value grows with time
 */
public record NumberKey(long value) implements Comparable<NumberKey> {

  /** Returns the values of keys, as columns have them. */
  public static List<Long> values(Collection<NumberKey> keys) {
    return keys.stream().map(NumberKey::value).toList();
  }

  @Override
  public int compareTo(NumberKey other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
