package org.carillon.platform.db;

/** Says that the connection was lost during a commit, so that the work may or may not be done. */
public final class UnknownOutcomeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownOutcomeException(Throwable cause) {
    super(
        "the connection was lost during the commit; read the resource before you try again", cause);
  }
}
