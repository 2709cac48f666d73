package org.carillon.protocol.sigv4;

/**
 * Refuses a request whose signature does not prove who sent it.
 *
 * <p>The message is meant for the sender and never holds a secret.
 */
public final class SignatureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a request is refused. */
  public enum Reason {
    /** No signature at all. */
    MISSING,
    /** A signature that is not formed as the specification wants it. */
    INCOMPLETE,
    /**
     * The access key does not exist or is revoked, or the request has a session token, though we
     * issue none.
     */
    UNRECOGNIZED,
    /** A well-formed signature over another request, or with another secret. */
    MISMATCH,
    /** Signed too long ago, too far ahead, or presigned and past its time. */
    EXPIRED
  }

  private final Reason reason;

  SignatureException(Reason reason, String message) {
    // Thrown for every unsigned request that a scanner sends: the stack would cost most and say
    // nothing, since the message names the rule.
    super(message, null, false, false);
    this.reason = reason;
  }

  /** Why the request is refused. */
  public Reason reason() {
    return reason;
  }
}
