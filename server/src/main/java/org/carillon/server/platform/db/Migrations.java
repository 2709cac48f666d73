package org.carillon.server.platform.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's schema up to date from the one ordered list of migrations. */
final class Migrations {

  private Migrations() {}

  static void migrate(DataSource database, Engine engine) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .placeholders(engine.placeholders())
        .load()
        .migrate();
  }
}
