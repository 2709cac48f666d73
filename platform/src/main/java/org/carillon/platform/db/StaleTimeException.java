package org.carillon.platform.db;

/**
 * Ends a transaction with a locked row newer than its now; the transaction runs again with a later
 * now.
 */
final class StaleTimeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleTimeException() {
    super("a locked row was changed later than the transaction's now", null, false, false);
  }
}
