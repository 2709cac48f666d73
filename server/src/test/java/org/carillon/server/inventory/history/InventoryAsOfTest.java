package org.carillon.server.inventory.history;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.AssignmentRole;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.ListPhoneNumbersAsOfInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberSummary;
import org.carillon.api.model.RestorePhoneNumberInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The inventory as it was. */
@ParameterizedClass
@EnumSource(Engine.class)
final class InventoryAsOfTest {

  private static final String NUMBER = "+12065550100";
  private static final String OTHER = "+12065550101";
  private static final Duration MILLI = Duration.ofMillis(1);

  private final TestServer server;
  private final Histories histories;

  InventoryAsOfTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    histories = Histories.of(server);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private List<String> numbers(Instant at) {
    return histories.inventory(at, 1).stream().map(PhoneNumberSummary::e164PhoneNumber).toList();
  }

  @Test
  void numberIsTheOrganizationsFromItsAcquisitionUntilItLeavesTheDeletionQueue() {
    Instant other = histories.acquire(OTHER);
    Instant acquired = histories.acquire(NUMBER);
    Instant deleted = histories.tick();
    histories.tenant().call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(NUMBER));
    Instant restored = histories.tick();
    histories.tenant().call(Operations.RESTORE_PHONE_NUMBER, new RestorePhoneNumberInput(NUMBER));
    histories.release(NUMBER);
    Instant left = restored.plusSeconds(1).plus(Duration.ofDays(7));
    Instant again = histories.acquire(NUMBER);

    assertEquals(List.of(), numbers(other.minus(MILLI)));
    assertEquals(List.of(OTHER), numbers(other));
    assertEquals(List.of(OTHER), numbers(acquired.minus(MILLI)));
    for (Instant held : List.of(acquired, deleted, restored, left.minus(MILLI), again)) {
      assertEquals(List.of(NUMBER, OTHER), numbers(held), held.toString());
    }
    assertEquals(List.of(OTHER), numbers(left));
    assertEquals(List.of(OTHER), numbers(again.minus(MILLI)));
  }

  @Test
  void eachNumberIsShownWithWhoeverHeldItThen() {
    histories.acquire(NUMBER);
    histories.acquire(OTHER);
    String jane = histories.user("jane@example.com");
    Instant first = histories.assign(jane, NUMBER);
    Instant second = histories.assign(jane, OTHER);
    Instant change = histories.unassign(jane);

    PhoneNumberSummary before = histories.inventory(first.minus(MILLI), 100).getFirst();
    assertNull(before.holder());
    assertNull(before.role());
    List<PhoneNumberSummary> both = histories.inventory(change.minus(MILLI), 100);
    assertEquals("jane@example.com", requireNonNull(both.getFirst().holder()).name());
    assertEquals(AssignmentRole.PRIMARY, both.getFirst().role());
    assertEquals(AssignmentRole.ADDITIONAL, both.getLast().role());
    List<PhoneNumberSummary> after = histories.inventory(change, 100);
    assertNull(after.getFirst().holder());
    assertEquals(AssignmentRole.PRIMARY, after.getLast().role());
    assertEquals(second, requireNonNull(after.getLast().assignedTimestamp()).truncatedTo(MILLIS));
  }

  @Test
  void pageOverNumbersThatCameLaterIsShortAndLeadsOn() {
    Instant before = histories.tick();
    histories
        .server()
        .sql(
            """
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 2001)
            insert into phone_number (organization_id, number_id, e164, product_type,
              calling_name_status, phase, created_at, acquired_at, changed_at)
            select ?, i, '+1206' || (5550000 + i), 'BusinessCalling', 'UNASSIGNED', 'HELD', t, t, t
            from (select i, case when i < 2001 then cast(? as bigint) else cast(? as bigint) end as t
              from n) x\
            """,
            histories.tenant().id(),
            micros(before.plusSeconds(100)),
            micros(before));
    List<Integer> sizes = new ArrayList<>();
    @Nullable String token = null;
    do {
      var page =
          histories
              .tenant()
              .call(
                  Operations.LIST_PHONE_NUMBERS_AS_OF,
                  new ListPhoneNumbersAsOfInput(before, 100, token));
      sizes.add(page.phoneNumbers().size());
      token = page.nextToken();
    } while (token != null);
    assertEquals(List.of(0, 0, 1), sizes);
    for (int i = 0; i < 100; i++) {
      histories.tick();
    }
    assertEquals(2001, histories.inventory(before.plusSeconds(100), 100).size());
  }

  private static long micros(Instant instant) {
    return instant.toEpochMilli() * 1000;
  }
}
