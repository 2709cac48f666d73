package org.carillon.server.platform.db;

/** Says that work was refused, and not begun, because too much was waiting already. */
public final class DatabaseBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseBusyException(String message) {
    super(message);
  }
}
