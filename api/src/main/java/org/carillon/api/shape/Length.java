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

  String words(String unit) {
    Long last = max == null ? min : max;
    return Range.words(min == null || min == 0 ? null : min, max)
        + " "
        + unit
        + (last == null || last == 1 ? "" : "s");
  }
}
