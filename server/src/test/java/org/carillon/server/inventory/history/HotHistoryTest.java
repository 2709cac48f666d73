package org.carillon.server.inventory.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.ListHolderAssignmentsInput;
import org.carillon.api.model.ListPhoneNumberAssignmentsInput;
import org.carillon.api.model.ListPhoneNumberAssignmentsOutput;
import org.carillon.api.model.ListPhoneNumbersAsOfInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberAssignment;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.QueryPlans;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories that are too long to be read whole: what held at an instant is found by index. */
@ParameterizedClass
@EnumSource(Engine.class)
final class HotHistoryTest {

  private static final String NUMBER = "+12065550100";
  private static final int ENTRIES = 30_000;
  private static final Duration EACH = Duration.ofSeconds(10);

  /** When the line had the number again and again. */
  private static final Instant MOVING = Instant.parse("2026-01-01T00:00:00Z");

  /** From when on the line kept it, while its seats changed. */
  private static final Instant SHARED = MOVING.plus(EACH.multipliedBy(ENTRIES));

  private final Engine engine;
  private final TestServer server;
  private final Tenant acme;

  HotHistoryTest(Engine engine, @TempDir Path folder) {
    this.engine = engine;
    this.server = new TestServer(engine, folder);
    this.acme = server.organization();
  }

  @BeforeEach
  void fill() {
    acme.stock(NUMBER, PhoneNumberProductType.BUSINESS_CALLING);
    server.sql(
        "update phone_number set created_at = ?, acquired_at = ?", micros(MOVING), micros(MOVING));
    for (String[] each : new String[][] {{"line", "LINE"}, {"joe", "USER"}, {"jane", "USER"}}) {
      server.sql(
          "insert into holder (organization_id, holder_id, kind, name, created_at)"
              + " values (?, ?, ?, ?, 0)",
          acme.id(),
          each[0],
          each[1],
          each[0]);
    }
    many(0, "line", "LINE", "LINE", MOVING, EACH);
    one(1_000_000, "line", "LINE", "LINE", SHARED);
    one(1_000_001, "jane", "USER", "ASSIGNEE", SHARED);
    // Each lasts longer than until the next begins, so that there are two or one.
    many(2_000_000, "joe", "USER", "OUTBOUND", SHARED, EACH.plusSeconds(5));
    if (engine == Engine.POSTGRES) {
      server.sql("analyze");
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static long micros(Instant instant) {
    return instant.toEpochMilli() * 1000;
  }

  private void many(
      long key, String holder, String kind, String role, Instant first, Duration lasting) {
    server.sql(
        """
        with recursive n(i) as (select 0 union all select i + 1 from n where i < %d)
        insert into assignment (organization_id, assignment_id, number_id, holder_id, holder_kind,
          role, held_since, from_at, to_at, opened_by, closed_by)
        select '%s', i + %d, (select number_id from phone_number), '%s', '%s', '%s', t, t, t + %d,
          0, 0
        from (select i, %d + cast(i as bigint) * %d as t from n) x\
        """
            .formatted(
                ENTRIES - 1,
                acme.id(),
                key,
                holder,
                kind,
                role,
                lasting.toMillis() * 1000,
                micros(first),
                EACH.toMillis() * 1000));
  }

  private void one(long key, String holder, String kind, String role, Instant from) {
    server.sql(
        """
        insert into assignment (organization_id, assignment_id, number_id, holder_id, holder_kind,
          role, held_since, from_at, opened_by)
        select '%s', %d, (select number_id from phone_number), '%s', '%s', '%s', %d, %d, 0\
        """
            .formatted(acme.id(), key, holder, kind, role, micros(from), micros(from)));
  }

  private static ListPhoneNumberAssignmentsInput ofNumber(@Nullable Instant at, int size) {
    return ListPhoneNumberAssignmentsInput.builder()
        .phoneNumberId(NUMBER)
        .at(at)
        .maxResults(size)
        .build();
  }

  private static ListHolderAssignmentsInput ofHolder(String holder, Instant at) {
    return ListHolderAssignmentsInput.builder().holderId(holder).at(at).build();
  }

  private List<String> holders(Instant at) {
    return acme
        .call(Operations.LIST_PHONE_NUMBER_ASSIGNMENTS, ofNumber(at, 100))
        .assignments()
        .stream()
        .map(each -> each.holder().name())
        .toList();
  }

  @Test
  void oneHolderAndAllSeatsOfAnInstantAreFound() {
    assertEquals(List.of(), holders(MOVING.minusMillis(1)));
    assertEquals(List.of("line"), holders(MOVING));
    assertEquals(List.of("line"), holders(MOVING.plus(EACH.multipliedBy(777))));
    assertEquals(List.of("joe", "jane", "line"), holders(SHARED));
    Instant change = SHARED.plus(EACH.multipliedBy(15_000));
    assertEquals(List.of("joe", "joe", "jane", "line"), holders(change));
    assertEquals(List.of("joe", "joe", "jane", "line"), holders(change.plusMillis(4999)));
    assertEquals(List.of("joe", "jane", "line"), holders(change.plusMillis(5000)));
    assertEquals(List.of("jane", "line"), holders(SHARED.plus(EACH.multipliedBy(ENTRIES + 1))));
    List<PhoneNumberAssignment> joes =
        acme.call(Operations.LIST_HOLDER_ASSIGNMENTS, ofHolder("joe", change)).assignments();
    assertEquals(
        List.of(change, change.minus(EACH)),
        joes.stream().map(PhoneNumberAssignment::roleAssignedTimestamp).toList());
  }

  @Test
  void pagesOfAnInstantFitTogether() {
    Instant change = SHARED.plus(EACH.multipliedBy(15_000));
    List<Instant> found = new ArrayList<>();
    @Nullable String token = null;
    do {
      ListPhoneNumberAssignmentsOutput page =
          acme.call(
              Operations.LIST_PHONE_NUMBER_ASSIGNMENTS,
              ofNumber(change, 1).toBuilder().nextToken(token).build());
      page.assignments().forEach(each -> found.add(each.roleAssignedTimestamp()));
      token = page.nextToken();
    } while (token != null);
    assertEquals(List.of(change, change.minus(EACH), SHARED, SHARED), found);
  }

  @Test
  void whatHeldAtAnInstantIsFoundWithoutReadingTheHistory() {
    Instant change = SHARED.plus(EACH.multipliedBy(15_000));
    for (Instant at : List.of(MOVING.plus(EACH.multipliedBy(20_000)), change)) {
      merged(
          Operations.LIST_PHONE_NUMBER_ASSIGNMENTS,
          ofNumber(at, 100),
          "number_tenures",
          "ledger_of_exclusive",
          "ledger_of_seats_by_length");
      merged(
          Operations.LIST_HOLDER_ASSIGNMENTS, ofHolder("line", at), "ledger_of_holder_by_length");
      merged(Operations.LIST_HOLDER_ASSIGNMENTS, ofHolder("joe", at), "ledger_of_holder_by_length");
      bounded(
          Operations.LIST_PHONE_NUMBERS_AS_OF,
          new ListPhoneNumbersAsOfInput(at, 100, null),
          "ledger_of_exclusive");
    }
    merged(
        Operations.LIST_PHONE_NUMBER_ASSIGNMENTS,
        ofNumber(null, 100),
        "number_tenures",
        "ledger_of_number");
    merged(
        Operations.LIST_HOLDER_ASSIGNMENTS,
        ListHolderAssignmentsInput.builder().holderId("joe").build(),
        "ledger_of_holder");
    merged(
        Operations.LIST_HOLDER_ASSIGNMENTS,
        ListHolderAssignmentsInput.builder()
            .holderId("joe")
            .heldFrom(change)
            .heldBefore(change.plusSeconds(60))
            .build(),
        "ledger_of_holder ",
        "ledger_of_holder_by_length");
  }

  private <I> void bounded(OperationShape<I, ?> shape, I input, String... indexes) {
    bounded(acme.plans(shape, input), indexes);
  }

  private <I> void merged(OperationShape<I, ?> shape, I input, String... indexes) {
    QueryPlans plans = acme.plans(shape, input);
    if (engine == Engine.SQLITE) {
      plans.sorting(
          "SQLite sorts the entries of one page; each index gives at most a page of them");
    }
    bounded(plans, indexes);
  }

  private void bounded(QueryPlans plans, String... indexes) {
    switch (engine) {
      // It says which index it takes for empty and small tables too.
      case SQLITE -> plans.use(indexes);
      // It reads small tables whole, but must not read the ledger in vain.
      case POSTGRES -> {
        assertFalse(plans.toString().contains("Seq Scan on assignment"), plans.toString());
        assertTrue(
            plans.steps().stream()
                .noneMatch(step -> step.matches(".*(Removed.*: |rows=)\\d{4,}\\b.*")),
            plans.toString());
      }
    }
  }
}
