package org.carillon.platform.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's schema up to date from the one ordered list of migrations. */
final class Migrations {

  private Migrations() {}

  static void migrate(DataSource database, Engine engine) {
    flyway(database, engine).migrate();
  }

  /** Returns whether the first of them was ever applied; changes nothing. */
  static boolean begun(DataSource database, Engine engine) {
    return flyway(database, engine).info().applied().length > 0;
  }

  /** Returns whether some of them are still to be applied; changes nothing. */
  static boolean pending(DataSource database, Engine engine) {
    return flyway(database, engine).info().pending().length > 0;
  }

  private static Flyway flyway(DataSource database, Engine engine) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .placeholders(engine.placeholders())
        .load();
  }
}
