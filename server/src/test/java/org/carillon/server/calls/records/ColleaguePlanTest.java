package org.carillon.server.calls.records;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.MicrosConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a colleague's records cost on PostgreSQL, which knows how many there are and chooses other
 * ways for many than for few.
 */
final class ColleaguePlanTest {

  private static final String SALES = "+12065550100";
  private static final int RECORDS = 100_000;

  private final Exchange exchange;

  ColleaguePlanTest(@TempDir Path folder) {
    exchange = new Exchange(Engine.POSTGRES, folder);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void eachOfTheColleaguesIsLookedUpRatherThanAllOfTheViewersRead() {
    exchange.number(SALES);
    String line = exchange.line("Sales", SALES);
    String ann = exchange.user("ann");
    String ben = exchange.user("ben");
    exchange.join(ann, SALES, LineUserRole.ASSIGNED);
    long now = MicrosConverter.micros(exchange.server.now());
    exchange.server.sql(
        """
        insert into communication (organization_id, record_id, engine_id, engine_sequence, category,
          number_id, e164, line_id, is_shared, is_default_inbox, happened_at, recorded_at)
        select ?, i, 'stock-' || i, 1, 1, (select number_id from phone_number), ?, ?, 1, 0,
          ? - i * 1000, 1
        from generate_series(1, ?) i\
        """,
        exchange.organization.id(),
        SALES,
        line,
        now,
        RECORDS);
    exchange.server.sql(
        """
        insert into communication_party (organization_id, record_id, user_id, involvement, is_holder,
          happened_at, category, e164, shown_line_id)
        select organization_id, record_id, case when record_id % 8 = 0 then ? else ? end, 'ASSIGNED', 0,
          happened_at, category, e164, line_id
        from communication\
        """,
        ben, ann);
    // Half of them are not the line's any more, so that it is asked whether they are ann's own.
    exchange.server.sql(
        "update communication_party set shown_line_id = null where record_id % 16 = 0");
    exchange.server.sql("analyze");
    String plans =
        exchange
            .organization
            .plans(
                Operations.LIST_VISIBLE_RECORDS,
                ListVisibleRecordsInput.builder()
                    .accountId(exchange.account)
                    .userId(ann)
                    .involvedUserId(ben)
                    .build())
            .toString();
    assertFalse(plans.contains("hashed"), plans);
    assertFalse(plans.contains("Seq Scan on communication"), plans);
    assertTrue(plans.contains("communication_of_user on communication_party own"), plans);
  }
}
