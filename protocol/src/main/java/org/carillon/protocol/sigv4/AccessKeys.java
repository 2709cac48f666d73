package org.carillon.protocol.sigv4;

import org.jspecify.annotations.Nullable;

/**
 * Finds the secret of an access key; called once for every request whose scope and date are right.
 *
 * @param <P> who a key belongs to
 */
@FunctionalInterface
public interface AccessKeys<P> {

  /** The key with that id as it stands now; null when it is unknown or revoked. */
  @Nullable AccessKey<P> find(String accessKeyId);
}
