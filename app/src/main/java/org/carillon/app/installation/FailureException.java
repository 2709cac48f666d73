package org.carillon.app.installation;

import java.io.IOException;
import java.io.Serial;
import org.carillon.platform.identity.FileFault;

/**
 * A fault of the machine or the configuration stops the command; the message is one plain sentence.
 */
public final class FailureException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Fails with that sentence. */
  public FailureException(String sentence) {
    super(sentence);
  }

  /**
   * Fails because of a file, with the reason in words.
   *
   * @param what such as {@code The file x cannot be read}
   */
  public static FailureException file(String what, IOException cause) {
    return new FailureException(what + ": " + FileFault.describe(cause) + ".", cause);
  }

  /** Fails with that sentence and its cause. */
  public FailureException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
