package org.carillon.app.installation;

import java.io.Serial;

/** Something about the machine or the configuration stops us; the message is one plain sentence. */
public final class FailureException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Fails with that sentence. */
  public FailureException(String sentence) {
    super(sentence);
  }

  /** Fails with that sentence because of what is wrong underneath. */
  public FailureException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
