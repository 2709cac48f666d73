package org.carillon.api.shape;

import org.jspecify.annotations.Nullable;

/** An error that the model declares; it carries its members and leaves with its own status. */
public abstract class ModelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what went wrong, for people
   * @param serverFault whether the stack trace is worth its cost: a refusal's is not
   */
  protected ModelledException(@Nullable String message, boolean serverFault) {
    super(message, null, false, serverFault);
  }

  /** The descriptor of this error, whose structure reads this very exception. */
  public abstract ErrorShape<?> shape();
}
