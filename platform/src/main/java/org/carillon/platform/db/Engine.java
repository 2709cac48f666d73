package org.carillon.platform.db;

import java.util.Map;
import org.jooq.SQLDialect;

/** The database engines, and the few words of SQL in which they differ. */
public enum Engine {
  /** The embedded default: one file, one writer. */
  SQLITE(SQLDialect.SQLITE),
  /** For several nodes. */
  POSTGRES(SQLDialect.POSTGRES);

  private final SQLDialect dialect;

  Engine(SQLDialect dialect) {
    this.dialect = dialect;
  }

  SQLDialect dialect() {
    return dialect;
  }

  /**
   * A statement that writes, so that it fails where nothing can be written, and changes nothing:
   * the first page is written as it was, or a row that only migrations change is locked.
   */
  String probe() {
    return switch (this) {
      case SQLITE -> "pragma user_version = 0";
      case POSTGRES ->
          "select installed_rank from flyway_schema_history where installed_rank = 1 for share";
    };
  }

  /** Returns the values of the placeholders in the migrations. */
  Map<String, String> placeholders() {
    return switch (this) {
      case SQLITE ->
          Map.of(
              "clustered", " WITHOUT ROWID",
              "binary", "BLOB",
              "timestamp", "TIMESTAMP",
              "flag", "BOOLEAN",
              "bytewise", "",
              // A comment: the rest of the line is nothing to SQLite.
              "postgres_only", "-- ");
      case POSTGRES ->
          Map.of(
              "clustered", "",
              "binary", "BYTEA",
              "timestamp", "TIMESTAMP WITH TIME ZONE",
              "flag", "BOOLEAN",
              "bytewise", "COLLATE \"C\"",
              "postgres_only", "");
    };
  }
}
