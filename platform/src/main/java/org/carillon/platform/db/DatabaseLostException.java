package org.carillon.platform.db;

import org.jspecify.annotations.Nullable;

/**
 * Says that the database cannot be reached or cannot be written to, and that nothing was changed:
 * its server is away, its disk is full, its file is gone.
 */
public final class DatabaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
