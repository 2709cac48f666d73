package org.carillon.server.inventory.history;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.AssignmentRole;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.LedgerChange;
import org.carillon.api.model.ListHolderAssignmentsInput;
import org.carillon.api.model.ListPhoneNumberAssignmentsInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberAssignment;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who held a number when, and what a holder had. */
@ParameterizedClass
@EnumSource(Engine.class)
final class HistoryTest {

  private static final String NUMBER = "+12065550100";
  private static final String OTHER = "+12065550101";
  private static final Duration MILLI = Duration.ofMillis(1);

  private final TestServer server;
  private final Histories histories;

  HistoryTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    histories = Histories.of(server);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static ListPhoneNumberAssignmentsInput.Builder number(String e164) {
    return ListPhoneNumberAssignmentsInput.builder().phoneNumberId(e164);
  }

  private static ListHolderAssignmentsInput.Builder holder(String id) {
    return ListHolderAssignmentsInput.builder().holderId(id);
  }

  @Test
  void holderHasANumberFromItsFirstInstantUntilJustBeforeItsLast() {
    histories.acquire(NUMBER);
    String jane = histories.user("jane@example.com");
    String joe = histories.user("joe@example.com");
    Instant began = histories.assign(jane, NUMBER);
    Instant ended = histories.unassign(jane);
    Instant next = histories.assign(joe, NUMBER);

    assertEquals(List.of(), histories.holders(NUMBER, began.minus(MILLI)));
    assertEquals(List.of("jane@example.com"), histories.holders(NUMBER, began));
    assertEquals(List.of("jane@example.com"), histories.holders(NUMBER, ended.minus(MILLI)));
    assertEquals(List.of(), histories.holders(NUMBER, ended));
    assertEquals(List.of(), histories.holders(NUMBER, next.minus(MILLI)));
    assertEquals(List.of("joe@example.com"), histories.holders(NUMBER, next));
    assertEquals(List.of("joe@example.com"), histories.holders(NUMBER, histories.tick()));
    assertEquals(1, histories.ofHolder(holder(jane).at(began)).size());
    assertEquals(1, histories.ofHolder(holder(jane).at(ended.minus(MILLI))).size());
    assertEquals(0, histories.ofHolder(holder(jane).at(began.minus(MILLI))).size());
    assertEquals(0, histories.ofHolder(holder(jane).at(ended)).size());
  }

  @Test
  void entrySaysWhoHeldTheNumberAsWhatAndWhoSawToIt() {
    histories.acquire(NUMBER);
    histories.acquire(OTHER);
    String jane = histories.user("jane@example.com");
    Instant first = histories.assign(jane, NUMBER);
    Instant second = histories.assign(jane, OTHER);
    Instant change = histories.unassign(jane);

    List<PhoneNumberAssignment> other = histories.ofNumber(number(OTHER));
    assertEquals(
        List.of(AssignmentRole.PRIMARY, AssignmentRole.ADDITIONAL),
        other.stream().map(PhoneNumberAssignment::role).toList());
    PhoneNumberAssignment primary = other.getFirst();
    PhoneNumberAssignment additional = other.getLast();
    assertEquals(second, milli(primary.assignedTimestamp()));
    assertEquals(change, milli(primary.roleAssignedTimestamp()));
    assertEquals(primary.roleAssignedTimestamp(), additional.endedTimestamp());
    assertNull(primary.endedTimestamp());
    assertNull(primary.endedBy());
    assertEquals(jane, additional.holder().holderId());
    assertEquals(HolderType.USER, additional.holder().type());
    assertEquals(histories.account(), additional.holder().accountId());
    assertEquals("AssociatePhoneNumberWithUser", by(additional.begunBy()).operation());
    assertEquals("system:administrator", by(additional.begunBy()).principal());
    assertNotNull(by(additional.begunBy()).requestId());
    assertEquals("DisassociatePhoneNumberFromUser", by(additional.endedBy()).operation());
    assertEquals(additional.endedBy(), primary.begunBy());

    List<PhoneNumberAssignment> janes = histories.ofHolder(holder(jane));
    assertEquals(
        List.of(OTHER, OTHER, NUMBER),
        janes.stream().map(PhoneNumberAssignment::e164PhoneNumber).toList());
    assertEquals(first, milli(janes.getLast().roleAssignedTimestamp()));
    assertEquals(2, histories.ofHolder(holder(jane).at(second)).size());
    assertEquals(List.of(primary), histories.ofHolder(holder(jane).at(change)));
  }

  private static LedgerChange by(@Nullable LedgerChange change) {
    return requireNonNull(change);
  }

  private static Instant milli(Instant instant) {
    return instant.truncatedTo(MILLIS);
  }

  @Test
  void historyGoesOverAllTimesInTheInventoryAndOutlivesThem() {
    String jane = histories.user("jane@example.com");
    histories.acquire(NUMBER);
    Instant first = histories.assign(jane, NUMBER);
    histories.unassign(jane);
    histories.release(NUMBER);
    assertEquals(1, histories.ofNumber(number(NUMBER)).size());
    histories.acquire(NUMBER);
    Instant second = histories.assign(jane, NUMBER);

    assertEquals(
        List.of(second, first),
        histories.ofNumber(number("12065550100")).stream()
            .map(each -> milli(each.roleAssignedTimestamp()))
            .toList());
    assertEquals(List.of("jane@example.com"), histories.holders(NUMBER, first));
    assertEquals(List.of(), histories.holders(NUMBER, second.minus(Duration.ofDays(2))));
    assertEquals(List.of("jane@example.com"), histories.holders(NUMBER, second));
  }

  @Test
  void periodKeepsWhatHeldAtItsBeginningAndWhatBeganBeforeItsEnd() {
    histories.acquire(NUMBER);
    String jane = histories.user("jane@example.com");
    Instant[] begun = new Instant[5];
    for (int i = 0; i < begun.length; i++) {
      begun[i] = histories.assign(jane, NUMBER);
      histories.unassign(jane);
    }
    for (int size : new int[] {1, 100}) {
      assertEquals(List.of(4, 3, 2), places(begun, begun[2], null, jane, size));
      assertEquals(List.of(4, 3), places(begun, begun[2].plusSeconds(1), null, jane, size));
      assertEquals(List.of(1, 0), places(begun, null, begun[2], jane, size));
      assertEquals(List.of(2, 1), places(begun, begun[1].plus(MILLI), begun[3], jane, size));
    }
    ListPhoneNumberAssignmentsInput.Builder backwards =
        number(NUMBER).heldFrom(begun[1]).heldBefore(begun[1]);
    assertThrows(BadRequestException.class, () -> histories.ofNumber(backwards));
    ListHolderAssignmentsInput.Builder both = holder(jane).at(begun[1]).heldBefore(begun[2]);
    assertThrows(BadRequestException.class, () -> histories.ofHolder(both));
  }

  private List<Integer> places(
      Instant[] begun, @Nullable Instant from, @Nullable Instant to, String jane, int size) {
    List<Integer> ofNumber =
        places(
            begun,
            histories.ofNumber(number(NUMBER).heldFrom(from).heldBefore(to).maxResults(size)));
    assertEquals(
        ofNumber,
        places(
            begun,
            histories.ofHolder(holder(jane).heldFrom(from).heldBefore(to).maxResults(size))));
    return ofNumber;
  }

  private static List<Integer> places(Instant[] begun, List<PhoneNumberAssignment> found) {
    return found.stream()
        .map(each -> List.of(begun).indexOf(milli(each.roleAssignedTimestamp())))
        .toList();
  }

  @Test
  void pageGoesOnWhereTheOneBeforeEndedWhateverHappensMeanwhile() {
    histories.acquire(NUMBER);
    String jane = histories.user("jane@example.com");
    for (int i = 0; i < 3; i++) {
      histories.assign(jane, NUMBER);
      histories.unassign(jane);
    }
    List<PhoneNumberAssignment> all = histories.ofNumber(number(NUMBER));
    var first =
        histories
            .tenant()
            .call(Operations.LIST_PHONE_NUMBER_ASSIGNMENTS, number(NUMBER).maxResults(1).build());
    histories.assign(jane, NUMBER);
    assertEquals(all.subList(0, 1), first.assignments());
    var second =
        histories
            .tenant()
            .call(
                Operations.LIST_PHONE_NUMBER_ASSIGNMENTS,
                number(NUMBER).nextToken(first.nextToken()).build());
    assertEquals(all.subList(1, 3), second.assignments());
    assertNull(second.nextToken());
    ListPhoneNumberAssignmentsInput another =
        number(NUMBER).at(histories.tick()).nextToken(first.nextToken()).build();
    assertThrows(
        BadRequestException.class,
        () -> histories.tenant().call(Operations.LIST_PHONE_NUMBER_ASSIGNMENTS, another));
  }

  @Test
  void whatTheOrganizationNeverHadIsNotFoundAndWhatNobodyHeldIsEmpty() {
    histories.acquire(NUMBER);
    String jane = histories.user("jane@example.com");
    assertEquals(List.of(), histories.ofNumber(number(NUMBER)));
    assertEquals(List.of(), histories.ofHolder(holder(jane)));
    Tenant stranger = server.organization();
    for (Instant at : new @Nullable Instant[] {null, histories.tick()}) {
      ListPhoneNumberAssignmentsInput theNumber = number(NUMBER).at(at).build();
      assertThrows(
          NotFoundException.class,
          () -> stranger.call(Operations.LIST_PHONE_NUMBER_ASSIGNMENTS, theNumber));
      ListHolderAssignmentsInput theHolder = holder(jane).at(at).build();
      assertThrows(
          NotFoundException.class,
          () -> stranger.call(Operations.LIST_HOLDER_ASSIGNMENTS, theHolder));
    }
  }

  @Test
  void numberThatCameAndWentManyTimesHasOneHistoryInShortPages() {
    String jane = histories.user("jane@example.com");
    long first = histories.tick().toEpochMilli() * 1000;
    histories
        .server()
        .sql(
            """
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 50)
            insert into phone_number (organization_id, number_id, e164, product_type,
              calling_name_status, phase, created_at, acquired_at, deleted_at, leaves_at, released_at,
              changed_at)
            select ?, i, ?, 'BusinessCalling', 'UNASSIGNED', 'RELEASED', t, t, t + 2000, t + 3000,
              t + 4000, t + 4000
            from (select i, cast(? as bigint) + i * 10000 as t from n) x\
            """,
            histories.tenant().id(),
            NUMBER,
            first);
    histories
        .server()
        .sql(
            """
            insert into assignment (organization_id, assignment_id, number_id, holder_id, holder_kind,
              role, held_since, from_at, to_at, opened_by, closed_by)
            select organization_id, number_id, number_id, ?, 'USER', 'ADDITIONAL', created_at,
              created_at, deleted_at, 0, 0
            from phone_number where organization_id = ?\
            """,
            jane,
            histories.tenant().id());
    List<Instant> all =
        histories.ofHolder(holder(jane)).stream()
            .map(PhoneNumberAssignment::roleAssignedTimestamp)
            .toList();
    assertEquals(50, all.size());
    for (Instant from : new @Nullable Instant[] {null, Instant.EPOCH}) {
      assertEquals(
          all,
          histories.ofNumber(number(NUMBER).heldFrom(from)).stream()
              .map(PhoneNumberAssignment::roleAssignedTimestamp)
              .toList());
    }
    histories.tick();
    assertEquals(List.of("jane@example.com"), histories.holders(NUMBER, all.get(30)));
  }

  @Test
  void futureIsNotKnown() {
    histories.acquire(NUMBER);
    String jane = histories.user("jane@example.com");
    histories.assign(jane, NUMBER);
    Instant now = histories.tick();
    Instant next = now.plus(MILLI);
    for (String refusal :
        List.of(
            refused(() -> histories.holders(NUMBER, next)),
            refused(() -> histories.ofHolder(holder(jane).at(next))),
            refused(() -> histories.inventory(next, 1)))) {
      assertEquals("At " + next + " is in the future; give an instant up to now, " + now, refusal);
    }
    String from = refused(() -> histories.ofNumber(number(NUMBER).heldFrom(next)));
    assertTrue(from.startsWith("HeldFrom " + next + " is in the future"), from);
    assertEquals(
        1, histories.ofNumber(number(NUMBER).heldFrom(now).heldBefore(now.plusSeconds(99))).size());
    assertEquals(1, histories.inventory(now, 1).size());
  }

  private static String refused(Executable question) {
    return String.valueOf(assertThrows(BadRequestException.class, question).getMessage());
  }
}
