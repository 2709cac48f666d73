package org.carillon.platform.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * Queries that are put together of parts, each made once. A record of the store says which parts a
 * query has, and no values: queries with equal records have the same text.
 */
public final class Shaped<S, Q> {

  /** So many queries are kept; one that is missing is made and rendered again. */
  private static final int SHAPES = 1_000;

  private final Function<S, Q> made;
  private final Cache<S, Q> kept =
      Caffeine.newBuilder().maximumSize(SHAPES).executor(Runnable::run).build();

  /** Returns the queries that are made so. */
  public Shaped(Function<S, Q> made) {
    this.made = made;
  }

  /** Returns the query of those parts. */
  public Q of(S shape) {
    return kept.get(shape, made);
  }
}
