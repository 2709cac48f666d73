package org.carillon.platform.operations;

import org.carillon.platform.identity.Principal;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log says of one operation or background step: ids and outcomes, never bodies,
 * names or secrets.
 *
 * @param principal who called it
 * @param operation its name
 * @param target the id that its path names last; null where there is none
 * @param outcome {@link #DONE} or the name of the error
 * @param request the request that called it
 */
record AuditEntry(
    Principal principal,
    String operation,
    @Nullable String target,
    String outcome,
    RequestOrigin request) {

  /** The outcome of an operation that was not refused. */
  static final String DONE = "Done";

  private static final int TARGET_LIMIT = 128;

  /** Cuts the target to the width of its column; a caller may send any text as an id. */
  AuditEntry {
    if (target != null && target.codePointCount(0, target.length()) > TARGET_LIMIT) {
      target = target.substring(0, target.offsetByCodePoints(0, TARGET_LIMIT));
    }
  }
}
