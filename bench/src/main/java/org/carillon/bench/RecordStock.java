package org.carillon.bench;

import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.MicrosConverter;
import org.carillon.platform.db.Transaction;

/**
 * An organization with lines, users assigned to five of them each, one user assigned to all, and
 * many records, put there by statements on sets of rows.
 */
record RecordStock(String organizationId, long records, Instant begun) {

  static final String ACCOUNT = "bench";
  static final int USERS = 1_000;
  static final int LINES = 200;

  /** The user who is assigned to every line. */
  static final String BUSY = "user-0";

  private static final long CHUNK = 250_000;
  private static final Duration PERIOD = Duration.ofDays(365);

  private static final List<String> SETTING =
      List.of(
          """
          insert into account (organization_id, account_id, name, type, default_license,
            created_at, changed_at)
          select o, 'bench', 'Bench', 'Team', 'Pro', t, t from given where i = 1\
          """,
          """
          insert into holder (organization_id, holder_id, kind, account_id, name, created_at)
          select o, 'user-' || (i - 1), 'USER', 'bench', 'user-' || (i - 1), t from given\
          """,
          """
          insert into holder (organization_id, holder_id, kind, name, created_at)
          select o, 'line-' || (i - 1), 'LINE', 'line-' || (i - 1), t from given where i <= 200\
          """,
          """
          insert into account_user (organization_id, user_id, account_id, display_name, license,
            user_type, registration_status, created_at, changed_at)
          select o, 'user-' || (i - 1), 'bench', 'User', 'Pro', 'PrivateUser', 'Registered', t, t
          from given\
          """,
          """
          insert into phone_number (organization_id, number_id, e164, product_type,
            calling_name_status, phase, assigned, created_at, acquired_at, changed_at)
          select o, i, '+1206555' || (999 + i), 'BusinessCalling', 'UNASSIGNED', 'HELD', 1, t, t, t
          from given where i <= 200\
          """,
          """
          insert into assignment (organization_id, assignment_id, number_id, holder_id,
            holder_kind, role, held_since, from_at, opened_by)
          select o, i, i, 'line-' || (i - 1), 'LINE', 'LINE', t, t, 1 from given where i <= 200\
          """,
          """
          insert into assignment (organization_id, assignment_id, number_id, holder_id,
            holder_kind, account_id, role, held_since, from_at, opened_by)
          select g.o, 1000 * s.i + g.i, 1 + (g.i * 7 + s.i * 31) % 200, 'user-' || (g.i - 1), 'USER',
            'bench', 'ASSIGNEE', g.t, g.t, 1
          from given g join given s on s.i <= 5 where g.i > 1\
          """,
          """
          insert into assignment (organization_id, assignment_id, number_id, holder_id,
            holder_kind, account_id, role, held_since, from_at, opened_by)
          select o, 10000 + i, i, 'user-0', 'USER', 'bench', 'ASSIGNEE', t, t, 1
          from given where i <= 200\
          """);

  private static final String RECORDS =
      """
      insert into communication (organization_id, record_id, engine_id, engine_sequence, category,
        number_id, e164, other_party, line_id, is_shared, is_default_inbox, happened_at, recorded_at)
      select o, i, 'stock-' || i, 1, 1 + i % 7, 1 + (i * 7919) % 200,
        '+1206555' || (1000 + (i * 7919) % 200), '+14155550199', 'line-' || ((i * 7919) % 200),
        case when i % 10 < 6 then 1 else 0 end, 0, t + i * s, t + i * s
      from given\
      """;
  private static final String PARTIES =
      """
      insert into communication_party (organization_id, record_id, user_id, involvement, is_holder,
        happened_at, category, e164, shown_line_id)
      select o, i, 'user-' || ((i * 104729) % 1000), 'ASSIGNED', 0, t + i * s, 1 + i % 7,
        '+1206555' || (1000 + (i * 7919) % 200),
        case when i % 10 < 6 then 'line-' || ((i * 7919) % 200) end
      from given\
      """;

  /** Fills the organization with that many records, spread over the year before now. */
  static RecordStock fill(Database database, String organizationId, long records, Instant now) {
    RecordStock stock = new RecordStock(organizationId, records, now.minus(PERIOD));
    database.write(transaction -> {
      SETTING.forEach(each -> stock.insert(transaction, each, 1, USERS));
      return null;
    });
    for (long from = 1; from <= records; from += CHUNK) {
      long first = from;
      long last = Math.min(records, from + CHUNK - 1);
      database.write(transaction -> {
        if (database.engine() == Engine.POSTGRES) {
          // The rows are made to fit; a check for each of their foreign keys would take minutes.
          transaction.sql().execute("set local session_replication_role = replica");
          transaction.sql().execute("set local statement_timeout = 0");
        }
        stock.insert(transaction, RECORDS, first, last);
        stock.insert(transaction, PARTIES, first, last);
        return null;
      });
    }
    return stock;
  }

  /** Returns the stock of an earlier run. */
  static RecordStock filled(Database database, String organizationId) {
    return database.read(transaction -> {
      var row =
          transaction
              .sql()
              .fetchSingle(
                  "select max(record_id), min(happened_at) from communication"
                      + " where organization_id = ? and engine_id like 'stock-%'",
                  organizationId);
      return new RecordStock(
          organizationId, row.get(0, Long.class), MicrosConverter.instant(row.get(1, Long.class)));
    });
  }

  /** Puts rows of those numbers through a statement that selects from {@code given}. */
  private void insert(Transaction transaction, String statement, long first, long last) {
    long step = PERIOD.toNanos() / 1_000 / (records + 1);
    String given =
        "(select i, cast('%s' as varchar(12)) as o, cast(%d as bigint) as t, cast(%d as bigint) as s"
                .formatted(organizationId, MicrosConverter.micros(begun), step)
            + " from (with recursive n(i) as (select cast(%d as bigint)".formatted(first)
            + " union all select i + 1 from n where i < %d) select i from n) r)".formatted(last);
    String text =
        statement
            .replace("from given g join given s on", "from " + given + " g join " + given + " s on")
            .replaceAll(
                "from given", java.util.regex.Matcher.quoteReplacement("from " + given + " given"));
    transaction
        .sql()
        .connection(connection -> {
          try (Statement plain = connection.createStatement()) {
            plain.executeUpdate(text);
          }
        });
  }
}
