package org.carillon.platform.identity;

import org.jspecify.annotations.Nullable;

/** The access of the operator, which the start prints. */
public sealed interface RootAccess {

  /** The organization that the first start made, or the oldest there is. */
  String organizationId();

  /** The very first start: to be printed now and never again. */
  record Issued(IssuedKey key) implements RootAccess {

    @Override
    public String organizationId() {
      return key.organizationId();
    }
  }

  /** The key is the one that the operator's configuration gives. */
  record Setting(String organizationId, String accessKeyId) implements RootAccess {}

  /**
   * A later start.
   *
   * @param accessKeyId the newest live key of the root principal, whose secret its first start
   *     printed; null when there is none (any more), so that one must be issued
   */
  record Earlier(String organizationId, @Nullable String accessKeyId) implements RootAccess {}
}
