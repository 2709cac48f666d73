package org.carillon.server.callflows;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.server.accounts.Position;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.PageTokens;
import org.jspecify.annotations.Nullable;

/** Which page of hunt groups or auto attendants was asked for. */
record FlowPage(Position after, int size) {

  private static final int SIZE = 99;

  static FlowPage of(
      Call call, PageTokens tokens, @Nullable Integer maxResults, @Nullable String nextToken) {
    return new FlowPage(
        tokens.position(call, List.of(), nextToken, Position.START, Position::of),
        requireNonNullElse(maxResults, SIZE));
  }

  /** Where a flow stands in its list. */
  static String position(Flow flow) {
    return new Position(flow.createdAt(), flow.id()).text();
  }
}
