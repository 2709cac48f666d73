package org.carillon.platform.identity;

/** Tells the operator, in one sentence without secrets, why a wish was refused and what to do. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** Refuses with that sentence. */
  public RefusedException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** Refuses with that sentence and its cause. */
  public RefusedException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /** The sentence to show. */
  @Override
  public String getMessage() {
    return sentence;
  }
}
