package org.carillon.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** One client that does one operation after the other; used by one thread. */
interface Client extends AutoCloseable {

  /** The outcome of one operation. */
  enum Outcome {
    /** Done. */
    DONE,
    /** Refused, as some must be where clients want the same number. */
    REFUSED,
    /** Anything else, which is an error of the server or of the benchmark. */
    FAILED
  }

  /** Does the next operation. */
  Outcome next() throws IOException, GeneralSecurityException;

  /** Puts back what it changed and lets go of its connection. */
  @Override
  void close() throws IOException, GeneralSecurityException;
}
