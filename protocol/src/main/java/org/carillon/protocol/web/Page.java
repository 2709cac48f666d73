package org.carillon.protocol.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.carillon.protocol.wire.WireResponse;

/**
 * A page at a path beside the API, for GET and HEAD. Threads that never wait answer it, so it needs
 * no place among the API's requests. Its body does not count as a client's memory, since many
 * clients share it.
 *
 * @param readers the clients that see it
 * @param answer answers at once, or promises to; must not block
 */
public record Page(Readers readers, Supplier<CompletionStage<WireResponse>> answer) {

  /** The clients that see a page. */
  public enum Readers {
    /** All clients. */
    ALL,
    /** Clients that ask for HTML; for all others the path is the API's. */
    BROWSERS
  }

  /** A page that is always the same. */
  public static Page constant(Readers readers, WireResponse response) {
    CompletionStage<WireResponse> known = CompletableFuture.completedStage(response);
    return new Page(readers, () -> known);
  }
}
