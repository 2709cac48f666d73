package org.carillon.platform.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may see of an access key.
 *
 * @param origin whether it was issued here or comes from the root key setting
 * @param revokedAt since when it is refused; null while it is live
 */
public record KeyEntry(
    String accessKeyId,
    String organizationId,
    String principal,
    Origin origin,
    Instant createdAt,
    @Nullable Instant revokedAt) {

  /** Returns when the key was issued, or revoked since. */
  Instant changedAt() {
    return revokedAt == null ? createdAt : revokedAt;
  }

  /** The origin of a key. */
  public enum Origin {
    /** Made here, with a random id and secret. */
    ISSUED,
    /** Given by the operator's configuration. */
    SETTING
  }
}
