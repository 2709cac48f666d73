package org.carillon.platform.operations;

import org.jspecify.annotations.Nullable;

/**
 * Where a call came from, for the audit log.
 *
 * @param requestId what the answer carries as {@code x-amzn-RequestId}
 * @param source the peer's address; null for background work
 */
public record RequestOrigin(String requestId, @Nullable String source) {}
