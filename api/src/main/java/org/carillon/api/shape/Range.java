package org.carillon.api.shape;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Between which numbers a value must lie, both included.
 *
 * @param min the least, or null when there is none
 * @param max the most, or null when there is none
 */
public record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {

  boolean admits(Number value) {
    if (value instanceof Double || value instanceof Float) {
      double number = value.doubleValue();
      if (Double.isNaN(number)) {
        return false;
      }
      if (Double.isInfinite(number)) {
        return number > 0 ? max == null : min == null;
      }
    }
    BigDecimal number = new BigDecimal(value.toString());
    return (min == null || number.compareTo(min) >= 0)
        && (max == null || number.compareTo(max) <= 0);
  }

  /** Returns the rule of the range, such as {@code from 1 to 100}. */
  public String describe() {
    return min == null || max == null ? words(min, max) : "from " + words(min, max);
  }

  static String words(@Nullable Object min, @Nullable Object max) {
    if (max == null) {
      return "at least " + min;
    }
    if (min == null) {
      return "at most " + max;
    }
    return min.equals(max) ? "exactly " + min : min + " to " + max;
  }
}
