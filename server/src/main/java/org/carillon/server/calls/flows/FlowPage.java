package org.carillon.server.calls.flows;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.jspecify.annotations.Nullable;

/** Which page of hunt groups or auto attendants was asked for. */
record FlowPage(CreationCursor after, int size) {

  private static final int SIZE = 99;

  static FlowPage of(
      OperationContext context,
      PageTokens tokens,
      @Nullable Integer maxResults,
      @Nullable String nextToken) {
    return new FlowPage(
        tokens.position(context, List.of(), nextToken, CreationCursor.START, CreationCursor::of),
        requireNonNullElse(maxResults, SIZE));
  }

  /** Where a flow stands in its list. */
  static String position(Flow flow) {
    return new CreationCursor(flow.createdAt(), flow.id()).text();
  }
}
