package org.carillon.platform.db;

/** Ends work some row of which turned out to be newer than its now; it is run again, later. */
final class StaleTimeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleTimeException() {
    super("a locked row was changed later than the transaction's now", null, false, false);
  }
}
