package org.carillon.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Decides by a driver's exception whether the database was busy or is lost; the one place that
 * knows the codes of either engine.
 */
final class Failures {

  // PostgreSQL's class for a full disk, too many connections and too little memory.
  private static final String NO_RESOURCES = "53";
  private static final String NO_CONNECTION = "08";

  /** Shut down, crashed, starting up, ended for idleness, a standby, an I/O error. */
  private static final Set<String> LOST =
      Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25006", "58030");

  /** A lock or a statement took too long; deadlocks and conflicts that did not end. */
  private static final Set<String> BUSY = Set.of("55P03", "57014", "40001", "40P01");

  private Failures() {}

  /** The failure in our words; the same exception when it says nothing about the database. */
  static RuntimeException told(RuntimeException failed) {
    return failed instanceof DataAccessException sql
        ? told(sql, sql.getCause(SQLException.class))
        : failed;
  }

  /** {@link #told(RuntimeException)} for a failure outside of a statement. */
  static RuntimeException told(String undone, SQLException failed) {
    return told(new DataAccessException(undone + ": " + failed.getMessage(), failed), failed);
  }

  private static RuntimeException told(DataAccessException failed, @Nullable SQLException cause) {
    if (cause == null) {
      return failed;
    }
    if (isLost(cause)) {
      return new DatabaseLostException("the database is lost: " + cause.getMessage(), failed);
    }
    return isBusy(cause)
        ? new DatabaseBusyException("the database is busy: " + cause.getMessage(), failed)
        : failed;
  }

  /** Returns whether the database cannot be reached or cannot be written to. */
  static boolean isLost(SQLException failed) {
    if (failed instanceof SQLiteException sqlite) {
      return switch (primary(sqlite)) {
        case SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN -> true;
        default -> false;
      };
    }
    if (failed instanceof SQLTransientConnectionException none) {
      // The pool adds a cause when it could not connect; without one all connections were in use.
      return none.getCause() != null;
    }
    String state = failed.getSQLState();
    return state != null
        && (state.startsWith(NO_CONNECTION)
            || state.startsWith(NO_RESOURCES)
            || LOST.contains(state));
  }

  /** Rolls a refused transaction back; on a connection that is lost there is nothing to undo. */
  static void rollBack(Connection connection, RuntimeException refusal) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      refusal.addSuppressed(lost);
    }
  }

  /**
   * Returns whether a COMMIT that failed so may turn out done after a crash: the log may have the
   * commit although it could not be synced.
   */
  static boolean leavesCommitOpen(SQLiteException failed) {
    return primary(failed) == SQLiteErrorCode.SQLITE_IOERR;
  }

  private static boolean isBusy(SQLException failed) {
    if (failed instanceof SQLiteException sqlite) {
      return switch (primary(sqlite)) {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> true;
        default -> false;
      };
    }
    String state = failed.getSQLState();
    return failed instanceof SQLTransientConnectionException
        || (state != null && BUSY.contains(state));
  }

  /** The kind of an error without its detail, which is in the higher bits. */
  private static SQLiteErrorCode primary(SQLiteException failed) {
    return SQLiteErrorCode.getErrorCode(failed.getResultCode().code & 0xff);
  }
}
