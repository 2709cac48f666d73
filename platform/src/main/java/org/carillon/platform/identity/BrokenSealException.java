package org.carillon.platform.identity;

/** Says that sealed bytes do not open: another master key, another place, or tampering. */
public final class BrokenSealException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenSealException(String context, Throwable cause) {
    super("the master key does not open " + context, cause);
  }
}
