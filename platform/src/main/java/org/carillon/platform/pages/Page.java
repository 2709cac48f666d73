package org.carillon.platform.pages;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextToken the token of the next page; null on the last
 */
public record Page<T>(List<T> rows, @Nullable String nextToken) {

  /** The rows as clients see them. */
  public <V> List<V> map(Function<? super T, V> view) {
    return rows.stream().map(view).toList();
  }
}
