package org.carillon.server.inventory.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Shows that numbers from before the rule of {@link AreaCodes} have the country and the state that
 * the rule gives them.
 */
final class StoredAreaCodesTest {

  /** The last migration before the repair. */
  private static final int BEFORE = 31;

  /**
   * The first is invalid; libphonenumber knows the others in some area codes, and one in others.
   */
  private static final List<String> EXCHANGES = List.of("155", "234", "555");

  private final PhoneNumberFacts facts = new PhoneNumberFacts();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void numbersOfEveryAreaCodeAreWhereTheyWouldBeIfStoredToday(Engine engine) throws SQLException {
    List<String> numbers = new ArrayList<>(List.of("+12", "+143623401234", "+99912345"));
    for (int areaCode = 0; areaCode < 1000; areaCode++) {
      for (String exchange : EXCHANGES) {
        numbers.add("+1%03d%s0123".formatted(areaCode, exchange));
      }
    }
    try (Connection earlier = TestDatabases.migratedTo(BEFORE, engine, folder)) {
      store(earlier, numbers);
    }
    Map<String, String> today = new TreeMap<>();
    for (String number : numbers) {
      PhoneNumberFacts.Facts known = facts.of(new E164(number));
      String country = known.country() == null ? "" : known.country();
      today.put(number, country + " " + known.state() + " HELD-/VoiceConnector/Local/" + country);
    }
    Map<String, String> stored = stored(engine);
    assertEquals(today.keySet(), stored.keySet());
    stored.entrySet().removeAll(today.entrySet());
    assertEquals(Map.of(), stored);
    assertEquals("US OH HELD-/VoiceConnector/Local/US", today.get("+14362340123"));
    assertEquals("US null HELD-/VoiceConnector/Local/US", today.get("+19272340123"));
    assertEquals("US FL HELD-/VoiceConnector/Local/US", today.get("+17282340123"));
    assertEquals("CA null HELD-/VoiceConnector/Local/CA", today.get("+13872340123"));
    assertEquals(" null HELD-/VoiceConnector/Local/", today.get("+15352340123"));
  }

  /** Stores the numbers with the country that libphonenumber gives them and no state of ours. */
  private void store(Connection earlier, List<String> numbers) throws SQLException {
    earlier.setAutoCommit(false);
    try (Statement statement = earlier.createStatement();
        PreparedStatement pool =
            earlier.prepareStatement(
                "insert into pool_number (e164, country, type, state, added_at)"
                    + " values (?, ?, 'Local', ?, 0)");
        PreparedStatement inventory =
            earlier.prepareStatement(
                "insert into phone_number (organization_id, number_id, e164, product_type,"
                    + " country, type, calling_name_status, phase, created_at, changed_at, facet)"
                    + " values ('111122223333', ?, ?, 'VoiceConnector', ?, 'Local', 'UNASSIGNED',"
                    + " 'HELD', 0, 0, ?)")) {
      statement.execute("insert into organization values ('111122223333', 'Bells', 0)");
      for (int i = 0; i < numbers.size(); i++) {
        String number = numbers.get(i);
        String country = ofLibphonenumber(number);
        PhoneNumberFacts.Facts known = facts.of(new E164(number));
        boolean isOurs = known.areaCode() != null && AreaCodes.state(known.areaCode()) != null;
        pool.setString(1, number);
        pool.setString(2, country);
        pool.setString(3, isOurs ? null : known.state());
        pool.addBatch();
        inventory.setInt(1, i);
        inventory.setString(2, number);
        inventory.setString(3, country);
        inventory.setString(4, "HELD-/VoiceConnector/Local/" + (country == null ? "" : country));
        inventory.addBatch();
      }
      pool.executeBatch();
      inventory.executeBatch();
    }
    earlier.commit();
  }

  private static @Nullable String ofLibphonenumber(String number) {
    try {
      PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
      return plans.getRegionCodeForNumber(plans.parse(number, null));
    } catch (NumberParseException inNoPlan) {
      return null;
    }
  }

  /** Country and state in the pool, and the facet in the inventory, whose country is the same. */
  private Map<String, String> stored(Engine engine) {
    try (Database database = TestDatabases.open(engine, folder, new TestClock())) {
      return database.read(transaction -> {
        Map<String, String> rows = new TreeMap<>();
        for (Record row :
            transaction
                .sql()
                .fetch(
                    "select p.e164, coalesce(p.country, '') || ' ' || coalesce(p.state, 'null')"
                        + " || ' ' || n.facet from pool_number p join phone_number n"
                        + " on n.e164 = p.e164 and coalesce(n.country, '')"
                        + " = coalesce(p.country, '')")) {
          rows.put(row.get(0, String.class), row.get(1, String.class));
        }
        return rows;
      });
    }
  }
}
