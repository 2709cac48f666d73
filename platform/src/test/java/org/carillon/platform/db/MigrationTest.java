package org.carillon.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Shows for each migration that moves rows how rows of the version before it look after it, and
 * after all later ones. The server's {@code StoredAreaCodesTest} compares migration 32 with the
 * server's own rule for all area codes.
 */
@ParameterizedClass
@EnumSource(Engine.class)
final class MigrationTest {

  private static final String ORGANIZATIONS =
      "insert into organization (organization_id, name, created_at) values"
          + " ('111122223333', 'Bells', 0), ('444455556666', 'Horns', 0)";
  private static final String ACCOUNTS =
      "insert into account (organization_id, account_id, name, type, default_license, created_at,"
          + " changed_at) values ('111122223333', 'sales', 'Sales', 'Team', 'Pro', 0, 0),"
          + " ('111122223333', 'support', 'Support', 'Team', 'Pro', 0, 0),"
          + " ('444455556666', 'sales', 'Sales', 'Team', 'Pro', 0, 0)";
  private static final String HOLDERS =
      "insert into holder (organization_id, holder_id, kind, name, created_at) values"
          + " ('111122223333', 'jane', 'USER', 'Jane@Example.com', 0),"
          + " ('111122223333', 'joe', 'USER', 'joe@example.com', 0),"
          + " ('111122223333', 'trunk', 'CONNECTOR', 'Trunk', 0),"
          + " ('111122223333', 'desk', 'LINE', 'Front Desk', 0),"
          + " ('444455556666', 'jane', 'USER', 'Jane of Horns', 0),"
          + " ('444455556666', 'desk', 'LINE', 'Back Desk', 0)";
  private static final String NUMBERS =
      "insert into phone_number (organization_id, number_id, e164, product_type, country, type,"
          + " calling_name_status, phase, assigned, created_at, leaves_at, changed_at) values"
          + " ('111122223333', 1, '+12065550101', 'BusinessCalling', 'US', 'Local', 'UNASSIGNED',"
          + " 'HELD', 1, 0, null, 0),"
          + " ('111122223333', 2, '+123456789012345', 'BusinessCalling', null, null,"
          + " 'UNASSIGNED', 'HELD', 1, 0, null, 0),"
          + " ('111122223333', 3, '+44207', 'VoiceConnector', 'GB', 'Local', 'UNASSIGNED', 'HELD',"
          + " 0, 0, null, 0),"
          + " ('111122223333', 4, '+12065550104', 'VoiceConnector', 'US', 'TollFree',"
          + " 'UNASSIGNED', 'RELEASED', 0, 0, 1, 0),"
          + " ('444455556666', 1, '+12065550105', 'BusinessCalling', 'US', 'Local', 'UNASSIGNED',"
          + " 'HELD', 1, 0, null, 0)";

  /** Number 1 was a trunk's and is Jane's, number 2 is the desk's with Jane assigned to it. */
  private static final String ASSIGNMENTS =
      "insert into assignment (organization_id, assignment_id, number_id, holder_id, holder_kind,"
          + " role, held_since, from_at, to_at, opened_by, closed_by) values"
          + " ('111122223333', 1, 1, 'trunk', 'CONNECTOR', 'TRUNK', 5, 5, 10, 0, 0),"
          + " ('111122223333', 2, 1, 'jane', 'USER', 'PRIMARY', 10, 20, null, 0, null),"
          + " ('111122223333', 3, 2, 'desk', 'LINE', 'LINE', 30, 30, null, 0, null),"
          + " ('111122223333', 4, 2, 'jane', 'USER', 'ASSIGNEE', 40, 40, null, 0, null),"
          + " ('444455556666', 5, 1, 'jane', 'USER', 'ADDITIONAL', 50, 50, null, 0, null)";

  private static final String RECORDS =
      "insert into communication (organization_id, record_id, engine_id, engine_sequence, category,"
          + " number_id, e164, line_id, is_shared, is_default_inbox, happened_at, recorded_at)"
          + " values ('111122223333', 1, 'a', 1, 2, 2, '+123456789012345', 'desk', 1, 0, 60, 61),"
          + " ('111122223333', 2, 'b', 1, 2, 2, '+123456789012345', 'desk', 0, 0, 70, 71),"
          + " ('111122223333', 3, 'c', 1, 5, 1, '+12065550101', null, 0, 1, 80, 81),"
          + " ('444455556666', 2, 'b', 1, 1, 1, '+12065550105', 'desk', 1, 0, 90, 91)";
  private static final String PARTIES =
      "insert into communication_party (organization_id, record_id, user_id, involvement,"
          + " is_holder, hunt_group_id, auto_attendant_id, happened_at, category, e164) values"
          + " ('111122223333', 1, 'jane', 'ASSIGNED', 0, null, 'menu', 60, 2, '+123456789012345'),"
          + " ('111122223333', 1, 'joe', 'CALL_FLOW', 0, 'hunt', null, 60, 2, '+123456789012345'),"
          + " ('111122223333', 2, 'jane', 'ASSIGNED', 0, null, null, 70, 2, '+123456789012345'),"
          + " ('111122223333', 3, 'jane', 'OUTBOUND_ONLY', 1, null, null, 80, 5, '+12065550101'),"
          + " ('444455556666', 2, 'jane', 'ASSIGNED', 1, null, null, 90, 1, '+12065550105')";
  private static final String HOLDER_OF_NUMBER =
      "select organization_id, number_id, holder_id, holder_kind, holder_key, held_since"
          + " from phone_number order by organization_id, number_id";

  /** Country and state in the pool, then country and facet in the inventory. */
  private static final String NUMBER_PLACES =
      "select p.e164, p.country, p.state, n.country, n.facet from pool_number p"
          + " join phone_number n on n.e164 = p.e164 order by p.e164";

  private final Engine engine;
  private final Path folder;
  private final Map<String, List<String>> lasting = new LinkedHashMap<>();

  MigrationTest(Engine engine, @TempDir Path folder) {
    this.engine = engine;
    this.folder = folder;
  }

  @Test
  void v10RepeatsTheHolderInTheNumberAndCutsItsDigits() throws SQLException {
    store(9, ORGANIZATIONS, HOLDERS, NUMBERS, ASSIGNMENTS);
    assertMoved(
        10,
        HOLDER_OF_NUMBER,
        "111122223333 1 jane USER jane@example.com 10",
        "111122223333 2 desk LINE front desk 30",
        "111122223333 3 - - - -",
        "111122223333 4 - - - -",
        "444455556666 1 jane USER jane of horns 50");
    assertMoved(
        10,
        "select suffix from number_suffix where number_id = 3 order by suffix",
        "207",
        "4207",
        "44207");
    assertMoved(
        10,
        "select organization_id, number_id, count(*), min(length(suffix)), max(length(suffix))"
            + " from number_suffix group by organization_id, number_id order by 1, 2",
        "111122223333 1 9 3 11",
        "111122223333 2 13 3 15",
        "111122223333 3 3 3 5",
        "444455556666 1 9 3 11");
  }

  @Test
  void v14KeepsThePartiesOfRecords() throws SQLException {
    store(13, ORGANIZATIONS, HOLDERS, NUMBERS, RECORDS, PARTIES);
    assertMoved(
        14,
        "select organization_id, record_id, user_id, involvement, is_holder, hunt_group_id,"
            + " auto_attendant_id, happened_at, category, e164 from communication_party"
            + " order by organization_id, record_id, user_id",
        "111122223333 1 jane ASSIGNED 0 - menu 60 2 +123456789012345",
        "111122223333 1 joe CALL_FLOW 0 hunt - 60 2 +123456789012345",
        "111122223333 2 jane ASSIGNED 0 - - 70 2 +123456789012345",
        "111122223333 3 jane OUTBOUND_ONLY 1 - - 80 5 +12065550101",
        "444455556666 2 jane ASSIGNED 1 - - 90 1 +12065550105");
  }

  @Test
  void v16FindsTheHoldersThatSwapsHadLost() throws SQLException {
    store(
        14,
        ORGANIZATIONS,
        HOLDERS,
        NUMBERS,
        ASSIGNMENTS,
        "update phone_number set holder_id = 'kept', holder_kind = 'USER', holder_key = 'kept',"
            + " held_since = 7 where number_id = 2");
    assertMoved(
        16,
        HOLDER_OF_NUMBER,
        "111122223333 1 jane USER jane@example.com 10",
        "111122223333 2 kept USER kept 7",
        "111122223333 3 - - - -",
        "111122223333 4 - - - -",
        "444455556666 1 jane USER jane of horns 50");
  }

  @Test
  void v20GivesEachNumberItsFacet() throws SQLException {
    store(19, ORGANIZATIONS, NUMBERS);
    assertMoved(
        20,
        "select organization_id, number_id, facet from phone_number"
            + " order by organization_id, number_id",
        "111122223333 1 HELD+/BusinessCalling/Local/US",
        "111122223333 2 HELD+/BusinessCalling//",
        "111122223333 3 HELD-/VoiceConnector/Local/GB",
        "111122223333 4 RELEASED-/VoiceConnector/TollFree/US",
        "444455556666 1 HELD+/BusinessCalling/Local/US");
  }

  @Test
  void v22ShowsTheLineOfSharedRecords() throws SQLException {
    store(21, ORGANIZATIONS, HOLDERS, NUMBERS, RECORDS, PARTIES);
    assertMoved(
        22,
        "select organization_id, record_id, user_id, shown_line_id from communication_party"
            + " order by organization_id, record_id, user_id",
        "111122223333 1 jane desk",
        "111122223333 1 joe desk",
        "111122223333 2 jane -",
        "111122223333 3 jane -",
        "444455556666 2 jane desk");
  }

  @Test
  void v26LeavesTheAddressToTheOldestUserOfAnOrganization() throws SQLException {
    store(
        24,
        ORGANIZATIONS,
        ACCOUNTS,
        "insert into holder (organization_id, holder_id, kind, name, created_at) values"
            + " ('111122223333', 'gone', 'USER', 'a', 0), ('111122223333', 'old', 'USER', 'a', 0),"
            + " ('111122223333', 'twin', 'USER', 'a', 0), ('111122223333', 'pbx', 'USER', 'b', 0),"
            + " ('111122223333', 'fax', 'USER', 'c', 0), ('444455556666', 'young', 'USER', 'a', 0)",
        "insert into account_user (organization_id, account_id, user_id, email, email_key,"
            + " display_name, license, user_type, registration_status, created_at, changed_at,"
            + " removed_at) values"
            + " ('111122223333', 'sales', 'gone', 'a@b.c', 'a@b.c', '', '', '', '', 1, 1, 5),"
            + " ('111122223333', 'sales', 'old', 'A@b.c', 'a@b.c', '', '', '', '', 2, 2, null),"
            + " ('111122223333', 'support', 'twin', 'a@b.c', 'a@b.c', '', '', '', '', 2, 9, null),"
            + " ('111122223333', 'sales', 'pbx', null, null, '', '', '', '', 3, 3, null),"
            + " ('111122223333', 'support', 'fax', null, null, '', '', '', '', 4, 4, null),"
            + " ('444455556666', 'sales', 'young', 'a@b.c', 'a@b.c', '', '', '', '', 5, 5, null)");
    assertMoved(
        26,
        "select user_id, email, email_shared from account_user order by created_at, user_id",
        "gone a@b.c 0",
        "old A@b.c 0",
        "twin a@b.c 1",
        "pbx - 0",
        "fax - 0",
        "young a@b.c 0");
  }

  @Test
  void v27PutsElevenNewAreaCodesInTheUnitedStates() throws SQLException {
    storeNumbers(26, "+14362340101", "+14361550101", "+15352340101", "+443623401234");
    assertMoved(
        27,
        NUMBER_PLACES,
        "+14361550101 - - - HELD-/VoiceConnector/Local/",
        "+14362340101 US OH US HELD-/VoiceConnector/Local/US",
        "+15352340101 - - - HELD-/VoiceConnector/Local/",
        "+443623401234 - - - HELD-/VoiceConnector/Local/");
  }

  @Test
  void v29MakesOnePolicyOfTheDocumentsOfAName() throws SQLException {
    store(
        28,
        ORGANIZATIONS,
        "insert into principal (organization_id, principal_id, name, created_at) values"
            + " ('111122223333', 'ann', 'ann', 0), ('111122223333', 'bob', 'bob', 0),"
            + " ('444455556666', 'ann', 'ann', 0)",
        "insert into principal_policy (organization_id, principal_id, policy_name, document) values"
            + " ('111122223333', 'ann', 'lines', '{1}'), ('111122223333', 'bob', 'lines', '{2}'),"
            + " ('111122223333', 'ann', 'AmazonChimeReadOnly', null),"
            + " ('444455556666', 'ann', 'lines', '{3}')");
    assertMoved(
        29,
        "select organization_id, policy_name, document, changed_at from policy order by 1, 2",
        "111122223333 lines {1} 0",
        "444455556666 lines {3} 0");
    assertMoved(
        29,
        "select organization_id, principal_id, policy_name from principal_policy order by 1, 2, 3",
        "111122223333 ann AmazonChimeReadOnly",
        "111122223333 ann lines",
        "111122223333 bob lines",
        "444455556666 ann lines");
  }

  @Test
  void v30VoidsThePasswordsThatFormerUsersMayKnow() throws SQLException {
    store(
        29,
        ORGANIZATIONS,
        ACCOUNTS,
        HOLDERS,
        "insert into account_user (organization_id, account_id, user_id, display_name, license,"
            + " user_type, registration_status, created_at, changed_at) values"
            + " ('111122223333', 'sales', 'jane', '', '', '', '', 1, 1)",
        "insert into device (organization_id, device_id, account_id, name, kind, sip_username,"
            + " password, password_made_at, user_id, assigned_since, created_at, changed_at) values"
            + " ('111122223333', 'new', 'sales', '', 'SOFT_CLIENT', 'a', '1', 5, null, null, 5, 5),"
            + " ('111122223333', 'used', 'sales', '', 'SOFT_CLIENT', 'b', '2', 5, null, null, 5,"
            + " 6), ('111122223333', 'held', 'sales', '', 'SOFT_CLIENT', 'c', '3', 5, 'jane', 7, 5,"
            + " 7)");
    assertMoved(
        30,
        "select device_id, length(password), password_made_at from device order by sip_username",
        "new 1 5",
        "used - -",
        "held 1 5");
  }

  @Test
  void v32PutsEveryAreaCodeInItsCountryAndState() throws SQLException {
    storeNumbers(31, "+13872340101", "+17282340101", "+15352340101", "+19272340101", "+12");
    store(
        31,
        "insert into pool_number (e164, country, type, state, added_at) values ('+17282340102',"
            + " 'US', 'Local', 'GA', 0), ('+17282340103', 'US', 'Local', null, 0)");
    assertMoved(
        32,
        NUMBER_PLACES,
        "+12 - - - HELD-/VoiceConnector/Local/",
        "+13872340101 CA - CA HELD-/VoiceConnector/Local/CA",
        "+15352340101 - - - HELD-/VoiceConnector/Local/",
        "+17282340101 US FL US HELD-/VoiceConnector/Local/US",
        "+19272340101 US - US HELD-/VoiceConnector/Local/US");
    assertMoved(
        32,
        "select e164, state from pool_number where e164 > '+17282340101' and e164 < '+18' order by"
            + " 1",
        "+17282340102 GA",
        "+17282340103 FL");
  }

  @Test
  void v36MakesTheHistoriesOfFlowsAndLinesOne() throws SQLException {
    store(
        33,
        ORGANIZATIONS,
        HOLDERS,
        NUMBERS,
        "insert into call_flow (organization_id, flow_id, kind, name, version, created_at,"
            + " changed_at) values ('111122223333', 'sales', 'HUNT_GROUP', 'Sales', 3, 0, 20),"
            + " ('444455556666', 'sales', 'AUTO_ATTENDANT', 'Sales', 2, 0, 30)",
        "insert into call_flow_change (organization_id, flow_id, version, what, changed_at,"
            + " changed_by) values ('111122223333', 'sales', 2, 'Name', 10, 'root'),"
            + " ('111122223333', 'sales', 3, 'Members', 20, 'ann'),"
            + " ('444455556666', 'sales', 2, 'Menu', 30, 'root')",
        "insert into shared_line (organization_id, line_id, number_id, name, ring_seconds,"
            + " record_visibility, version, created_at, changed_at) values"
            + " ('111122223333', 'desk', 2, 'Front Desk', 20, 'ALL', 2, 0, 40)",
        "insert into shared_line_change (organization_id, line_id, version, what, changed_at,"
            + " changed_by) values ('111122223333', 'desk', 2, 'RingSeconds', 40, 'joe')");
    assertMoved(
        36,
        "select organization_id, kind, entity_id, version, what, changed_at, changed_by"
            + " from entity_change order by 1, 2, 3, 4",
        "111122223333 HUNT_GROUP sales 2 Name 10 root",
        "111122223333 HUNT_GROUP sales 3 Members 20 ann",
        "111122223333 LINE desk 2 RingSeconds 40 joe",
        "444455556666 AUTO_ATTENDANT sales 2 Menu 30 root");
  }

  /** Makes the database of that version, with the rows that the statements insert. */
  private void store(int version, String... statements) throws SQLException {
    try (Connection earlier = TestDatabases.migratedTo(version, engine, folder);
        Statement statement = earlier.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** Stores numbers without a country, in the pool and in the inventory. */
  private void storeNumbers(int version, String... numbers) throws SQLException {
    List<String> statements = new ArrayList<>(List.of(ORGANIZATIONS));
    for (String number : numbers) {
      statements.add(
          "insert into pool_number (e164, type, added_at) values ('" + number + "', 'Local', 0)");
      statements.add(
          "insert into phone_number (organization_id, number_id, e164, product_type, type,"
              + " calling_name_status, phase, created_at, changed_at, facet) values"
              + " ('111122223333', %d, '%s', 'VoiceConnector', 'Local', 'UNASSIGNED', 'HELD', 0, 0,"
                  .formatted(statements.size(), number)
              + " 'HELD-/VoiceConnector/Local/')");
    }
    store(version, statements.toArray(String[]::new));
  }

  /** Verifies the rows that the query reads after that migration. */
  private void assertMoved(int version, String query, String... rows) throws SQLException {
    try (Connection migrated = TestDatabases.migratedTo(version, engine, folder)) {
      assertEquals(List.of(rows), rows(migrated, query));
    }
    lasting.put(query, List.of(rows));
  }

  @AfterEach
  void rowsAreTheSameAfterAllLaterMigrations() throws SQLException {
    assertFalse(lasting.isEmpty());
    try (Connection newest = TestDatabases.migrated(engine, folder)) {
      for (var each : lasting.entrySet()) {
        assertEquals(each.getValue(), rows(newest, each.getKey()));
      }
    }
  }

  private static List<String> rows(Connection database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          String value = found.getString(i);
          row.add(value == null ? "-" : value);
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }
}
