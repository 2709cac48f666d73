package org.carillon.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.MicrosConverter;

/**
 * Three years of one organization: numbers that came over the first year, each given to ten holders
 * one after the other, a twentieth of them gone at the end. A tenth of the numbers moves between
 * Voice Connectors, the others between users. Rows are in order of time, as they would have been
 * written, so that what belongs to one number is scattered.
 *
 * @param numbers how many tenures there are
 */
record PastStock(String organizationId, int numbers) {

  /** The number of assignments of each phone number. */
  static final int ENTRIES = 10;

  static final int CONNECTORS = 20;
  static final Instant BEGIN = Instant.parse("2023-01-01T00:00:00Z");
  static final Duration COMING = Duration.ofDays(365);

  /** The time from the beginning of a number's assignment to that of the next. */
  static final Duration EACH = Duration.ofDays(73);

  private static final int CALLS_AN_AUDIT_ROW = 50;

  /** Prime, so that numbers in order of time are in no order otherwise. */
  private static final int STEP = 700_001;

  private static final List<String> TABLES =
      List.of("holder", "phone_number", "assignment", "audit_entry");

  /** When the last number was there. */
  static Instant complete() {
    return BEGIN.plus(COMING);
  }

  /** When the last entries had begun. */
  static Instant end() {
    return complete().plus(EACH.multipliedBy(ENTRIES));
  }

  /** One of the numbers. */
  static String e164(int index) {
    return "+1" + (2_060_000_000L + index);
  }

  int users() {
    return numbers / 2;
  }

  /** Fills an empty, migrated database: without indexes at first, since sorting once is quicker. */
  void fill(Connection connection, Engine engine) throws SQLException {
    List<String> before =
        switch (engine) {
          // What a crash would cost here is one more run.
          case SQLITE -> List.of("pragma foreign_keys = off", "pragma synchronous = off");
          case POSTGRES ->
              List.of(
                  "set session_replication_role = replica",
                  "set synchronous_commit = off",
                  "set maintenance_work_mem = '256MB'");
        };
    execute(connection, before);
    List<String> indexes = dropIndexes(connection, engine);
    execute(connection, rows());
    execute(connection, indexes);
    execute(
        connection,
        switch (engine) {
          case SQLITE -> List.of("pragma wal_checkpoint(truncate)");
          // As its autovacuum does some time after any such change.
          case POSTGRES -> List.of("vacuum analyze phone_number, assignment, audit_entry, holder");
        });
  }

  private List<String> rows() {
    List<String> statements = new ArrayList<>();
    statements.add(
        """
        insert into holder (organization_id, holder_id, kind, name, created_at) %s
        select '%s', 'u' || r, 'USER', 'user-' || r || '@example.com', 0 from n\
        """
            .formatted(series(users()), organizationId));
    statements.add(
        """
        insert into holder (organization_id, holder_id, kind, name, created_at) %s
        select '%s', 'c' || r, 'CONNECTOR', 'Connector ' || r, 0 from n\
        """
            .formatted(series(CONNECTORS), organizationId));
    statements.add(
        """
        insert into audit_entry (organization_id, audit_id, happened_at, principal, operation,
          outcome, request_id) %s
        select '%s', r, 0, 'administrator', 'AssociatePhoneNumberWithUser', 'Done', 'request-' || r
        from n\
        """
            .formatted(series(numbers * (ENTRIES + 1) / CALLS_AN_AUDIT_ROW + 1), organizationId));
    statements.add(
        """
        insert into phone_number (organization_id, number_id, e164, product_type,
          calling_name_status, phase, assigned, created_at, acquired_at, deleted_at, leaves_at,
          released_at, changed_at) %s
        select '%s', r + 1, '+1' || (2060000000 + (r * %d) %% %d), 'BusinessCalling', 'UNASSIGNED',
          case when r %% 20 = 7 then 'RELEASED' else 'HELD' end,
          case when r %% 20 = 7 then 0 else 1 end, %s, %s,
          case when r %% 20 = 7 then %s + %d end, case when r %% 20 = 7 then %s + %d end,
          case when r %% 20 = 7 then %s + %d end, %s
        from n\
        """
            .formatted(
                series(numbers),
                organizationId,
                STEP,
                numbers,
                came(),
                came(),
                came(),
                micros(EACH) * ENTRIES,
                came(),
                micros(EACH) * ENTRIES + micros(Duration.ofDays(7)),
                came(),
                micros(EACH) * ENTRIES + micros(Duration.ofDays(7)),
                came()));
    for (int entry = 0; entry < ENTRIES; entry++) {
      statements.add(entries(entry));
    }
    return statements;
  }

  private String entries(int entry) {
    String lasts =
        "from_at + %d * (10 + (r * 31 + %d) %% 90)".formatted(micros(EACH) / 100, entry * 17);
    String ends = entry == ENTRIES - 1 ? "case when r % 20 = 7 then " + lasts + " end" : lasts;
    String opened = "(%d + r) / %d".formatted((long) entry * numbers, CALLS_AN_AUDIT_ROW);
    String closed = "(%d + r) / %d".formatted((entry + 1L) * numbers, CALLS_AN_AUDIT_ROW);
    return """
    insert into assignment (organization_id, assignment_id, number_id, holder_id, holder_kind,
      role, held_since, from_at, to_at, opened_by, closed_by) %s
    select '%s', r + %d, r + 1,
      case when i %% 10 = 0 then 'c' || ((i / 10 + %d) %% %d)
        else 'u' || ((i * 13 + %d) %% %d) end,
      case when i %% 10 = 0 then 'CONNECTOR' else 'USER' end,
      case when i %% 10 = 0 then 'TRUNK' else 'ADDITIONAL' end,
      from_at, from_at, %s, %s, %s
    from (select r, (r * %d) %% %d as i, %s + %d as from_at from n) x order by r\
    """
        .formatted(
            series(numbers),
            organizationId,
            (long) entry * numbers + 1,
            entry,
            CONNECTORS,
            entry * 104_729L,
            users(),
            ends,
            opened,
            entry == ENTRIES - 1 ? "case when r % 20 = 7 then " + closed + " end" : closed,
            STEP,
            numbers,
            came(),
            micros(EACH) * entry);
  }

  private static String series(int count) {
    return "with recursive n(r) as (select cast(0 as bigint) union all select r + 1 from n where r"
        + " < "
        + (count - 1)
        + ")";
  }

  /** When the number of that rank came to the organization. */
  private String came() {
    return "(%d + r * %d)".formatted(MicrosConverter.micros(BEGIN), micros(COMING) / numbers);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }

  /** Answers the statements that make the indexes again. */
  private static List<String> dropIndexes(Connection connection, Engine engine)
      throws SQLException {
    String tables = "('" + String.join("', '", TABLES) + "')";
    String ours =
        switch (engine) {
          case SQLITE ->
              "select name, sql from sqlite_schema where type = 'index' and sql is not null"
                  + " and tbl_name in "
                  + tables;
          case POSTGRES ->
              "select indexname, indexdef from pg_indexes where tablename in "
                  + tables
                  + " and indexname not in (select conname from pg_constraint)";
        };
    List<String> drops = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(ours)) {
      while (found.next()) {
        drops.add("drop index " + found.getString(1));
        definitions.add(found.getString(2));
      }
    }
    execute(connection, drops);
    return definitions;
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
