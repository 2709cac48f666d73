package org.carillon.protocol.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.carillon.protocol.wire.WireResponse;

/**
 * What stands at a path beside the API, for GET and HEAD. It is answered without a place among the
 * API's requests, on threads that never wait, and its body is not counted as held for a client:
 * many share it.
 *
 * @param readers who sees it
 * @param answer answers at once, or promises to; must not block
 */
public record Page(Readers readers, Supplier<CompletionStage<WireResponse>> answer) {

  /** Who sees a page. */
  public enum Readers {
    /** Everybody. */
    ALL,
    /** Only who asks for HTML; to everybody else the path is the API's. */
    BROWSERS
  }

  /** A page that is always the same. */
  public static Page constant(Readers readers, WireResponse response) {
    CompletionStage<WireResponse> known = CompletableFuture.completedStage(response);
    return new Page(readers, () -> known);
  }
}
