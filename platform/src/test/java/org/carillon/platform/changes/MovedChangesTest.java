package org.carillon.platform.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows that migration 36 moves the histories of flows and lines into the one table. */
final class MovedChangesTest {

  /** The last migration before the move. */
  private static final int BEFORE = 33;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void historiesOfFlowsAndLinesAreOne(Engine engine) throws SQLException {
    try (Connection earlier = TestDatabases.migratedTo(BEFORE, engine, folder);
        Statement statement = earlier.createStatement()) {
      if (engine == Engine.POSTGRES) {
        // A line needs a number and a holder, which the move does not read.
        statement.execute(
            "alter table shared_line_change drop constraint "
                + "shared_line_change_organization_id_line_id_fkey");
      }
      statement.execute(
          "insert into organization (organization_id, name, created_at) values"
              + " ('111122223333', 'one', 0), ('444455556666', 'two', 0)");
      statement.execute(
          "insert into call_flow (organization_id, flow_id, kind, name, version, created_at,"
              + " changed_at) values ('111122223333', 'sales', 'HUNT_GROUP', 'Sales', 3, 0, 20),"
              + " ('444455556666', 'desk', 'AUTO_ATTENDANT', 'Desk', 2, 0, 30)");
      statement.execute(
          "insert into call_flow_change (organization_id, flow_id, version, what, changed_at,"
              + " changed_by) values ('111122223333', 'sales', 2, 'the name', 10, 'root'),"
              + " ('111122223333', 'sales', 3, 'the members', 20, 'ann'),"
              + " ('444455556666', 'desk', 2, 'the menu', 30, 'root')");
      statement.execute(
          "insert into shared_line_change (organization_id, line_id, version, what, changed_at,"
              + " changed_by) values ('111122223333', 'bell', 2, 'RingSeconds', 40, 'joe')");
    }
    try (Database database = TestDatabases.open(engine, folder, new TestClock())) {
      assertEquals(
          List.of(
              "444455556666 AUTO_ATTENDANT desk 2 the menu 30 root",
              "111122223333 HUNT_GROUP sales 2 the name 10 root",
              "111122223333 HUNT_GROUP sales 3 the members 20 ann",
              "111122223333 LINE bell 2 RingSeconds 40 joe"),
          database.read(transaction ->
              transaction
                  .sql()
                  .fetch(
                      "select organization_id || ' ' || kind || ' ' || entity_id || ' ' || version"
                          + " || ' ' || what || ' ' || changed_at || ' ' || changed_by as found"
                          + " from entity_change order by kind, entity_id, version")
                  .getValues("found", String.class)));
    }
  }
}
