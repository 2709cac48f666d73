package org.carillon.api.shape;

import org.jspecify.annotations.Nullable;

/**
 * How long a value may be: code points of a string, bytes of a blob, entries of a list or map.
 *
 * @param min the least, or null when there is none
 * @param max the most, or null when there is none
 */
public record Length(@Nullable Long min, @Nullable Long max) {

  boolean admits(long length) {
    return (min == null || length >= min) && (max == null || length <= max);
  }

  String requirement() {
    return "Member must have length " + Range.words(min, max, "between ");
  }
}
