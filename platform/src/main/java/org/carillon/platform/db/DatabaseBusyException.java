package org.carillon.platform.db;

import org.jspecify.annotations.Nullable;

/**
 * Says that work was refused because too much was waiting already or others kept what it needed;
 * nothing was changed.
 */
public final class DatabaseBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseBusyException(String message) {
    this(message, null);
  }

  DatabaseBusyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
