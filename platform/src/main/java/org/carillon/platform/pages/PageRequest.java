package org.carillon.platform.pages;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page that a request asks for: how many rows, and behind which. */
public final class PageRequest {

  private final QueryTokens tokens;
  private final @Nullable String token;
  private final int size;

  PageRequest(QueryTokens tokens, @Nullable String token, int size) {
    this.tokens = tokens;
    this.token = token;
    this.size = size;
  }

  /** Finds up to {@code limit} rows behind a cursor. */
  @FunctionalInterface
  public interface Rows<T, C> {

    List<T> find(C after, int limit);
  }

  /** Finds the rows of a page of up to {@code size} behind a cursor, and where the next begins. */
  @FunctionalInterface
  public interface Slices<T, C> {

    Slice<T, C> find(C after, int size);
  }

  /** Returns whether it is the first page of the list. */
  public boolean isFirst() {
    return token == null;
  }

  /**
   * Reads the page of rows whose order tells where the next page begins.
   *
   * @param first the cursor before all rows
   * @param rows is asked for one row more than the page holds, which tells that there is a next
   * @param cursor the cursor behind a row
   * @throws org.carillon.api.model.BadRequestException when the token is forged, foreign or stale
   */
  public <T, C> Page<T> read(C first, Rows<T, C> rows, Function<? super T, C> cursor) {
    return read(first, (after, most) -> Slice.of(rows.find(after, most + 1), most, cursor));
  }

  /**
   * Reads the page of a list that knows itself where the next page begins.
   *
   * @param first the cursor before all rows
   * @throws org.carillon.api.model.BadRequestException when the token is forged, foreign or stale
   */
  public <T, C> Page<T> read(C first, Slices<T, C> slices) {
    Slice<T, C> slice = slices.find(token == null ? first : tokens.cursor(token, first), size);
    C next = slice.next();
    return new Page<>(slice.rows(), next == null ? null : tokens.token(next));
  }
}
