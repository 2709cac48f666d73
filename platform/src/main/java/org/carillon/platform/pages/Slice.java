package org.carillon.platform.pages;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page as a store finds them.
 *
 * @param next the cursor that the next page begins behind; null on the last
 */
public record Slice<T, C>(List<T> rows, @Nullable C next) {

  /** The last page of a list. */
  public static <T, C> Slice<T, C> last(List<T> rows) {
    return new Slice<>(rows, null);
  }

  /**
   * The first rows of those that were found.
   *
   * @param found one row more than {@code size} where there is a next page
   * @param cursor the cursor behind a row
   */
  public static <T, C> Slice<T, C> of(List<T> found, int size, Function<? super T, C> cursor) {
    return of(found, size, cursor, null);
  }

  /**
   * The first rows of those that were found.
   *
   * @param further the cursor behind all that was looked at, when looking stopped before the page
   *     was full; else null
   */
  public static <T, C> Slice<T, C> of(
      List<T> found, int size, Function<? super T, C> cursor, @Nullable C further) {
    if (found.size() <= size) {
      return new Slice<>(found, further);
    }
    List<T> rows = found.subList(0, size);
    return new Slice<>(rows, cursor.apply(rows.getLast()));
  }
}
