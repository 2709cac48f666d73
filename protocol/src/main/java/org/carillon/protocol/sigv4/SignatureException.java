package org.carillon.protocol.sigv4;

/**
 * Refuses a request whose signature does not prove who sent it; carries what the answer says.
 *
 * <p>The message is meant for the sender and never holds a secret.
 */
public final class SignatureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a request is refused, with the names that AWS's clients know. */
  public enum Reason {
    /** No signature at all. */
    MISSING("MissingAuthenticationTokenException", 403, "MissingAuthenticationToken"),
    /** A signature that is not formed as the specification wants it. */
    INCOMPLETE("IncompleteSignatureException", 400, "IncompleteSignature"),
    /** An access key that does not exist (any more), or a session token, of which we issue none. */
    UNRECOGNIZED("UnrecognizedClientException", 403, "UnrecognizedClient"),
    /** A well-formed signature over something else, or with another secret. */
    MISMATCH("InvalidSignatureException", 403, "InvalidSignature"),
    /** Signed too long ago, too far ahead, or presigned and past its time. */
    EXPIRED("RequestExpired", 400, "RequestExpired");

    private final String errorType;
    private final int status;
    private final String code;

    Reason(String errorType, int status, String code) {
      this.errorType = errorType;
      this.status = status;
      this.code = code;
    }
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

  /** The value of {@code x-amzn-ErrorType}. */
  public String errorType() {
    return reason.errorType;
  }

  /** The HTTP status. */
  public int status() {
    return reason.status;
  }

  /** The {@code Code} of the body. */
  public String code() {
    return reason.code;
  }
}
