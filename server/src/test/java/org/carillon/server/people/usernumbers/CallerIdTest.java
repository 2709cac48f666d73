package org.carillon.server.people.usernumbers;

import static org.carillon.server.people.usernumbers.Desk.A;
import static org.carillon.server.people.usernumbers.Desk.B;
import static org.carillon.server.people.usernumbers.Desk.C;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carillon.api.model.GetUserCallerIdInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.UserCallerId;
import org.carillon.api.model.UserPhoneNumber;
import org.carillon.api.model.UserPhoneNumberRole;
import org.carillon.api.model.UserTelephony;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which number a user shows, and what a signed-in user has yet to notice, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class CallerIdTest {

  private final Desk desk;

  CallerIdTest(Engine engine, @TempDir Path folder) {
    desk = new Desk(engine, folder);
    desk.give(desk.jane, A);
    desk.give(desk.jane, B);
  }

  private static UserCallerId shows(String number, boolean primary, boolean chosen) {
    return new UserCallerId(chosen ? number : null, number, primary);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void callerIdFollowsThePrimaryNumberUntilOneIsChosen() {
    assertEquals(shows(A, true, false), desk.telephony(desk.jane).callerId());
    assertEquals(shows(B, false, true), desk.show(desk.jane, B).callerId());
    assertEquals(
        shows(B, false, true),
        desk.bells
            .call(Operations.GET_USER_CALLER_ID, new GetUserCallerIdInput(desk.sales, desk.jane))
            .callerId());
    assertEquals(
        List.of(false, true),
        desk.numbers(desk.jane).stream().map(UserPhoneNumber::shown).toList());
    assertEquals(shows(A, true, false), desk.show(desk.jane, null).callerId());
    desk.unassignPrimary(desk.jane);
    assertEquals(shows(B, true, false), desk.telephony(desk.jane).callerId());
  }

  @Test
  void swapLeavesTheCallerIdAloneAndSaysThatItNoLongerMatches() {
    assertEquals(shows(A, false, true), desk.swap(desk.jane, B).callerId());
    assertEquals(shows(A, true, true), desk.swap(desk.jane, A).callerId());
    desk.show(desk.jane, B);
    assertEquals(shows(B, true, true), desk.swap(desk.jane, B).callerId());
    assertEquals(shows(B, true, true), desk.telephony(desk.jane).callerId());
  }

  @Test
  void losingTheNumberFallsBackToThePrimaryOneForGood() {
    desk.show(desk.jane, B);
    assertEquals(shows(A, true, false), desk.unassignAdditional(desk.jane, B).callerId());
    desk.give(desk.jane, B);
    assertEquals(A, desk.callerId(desk.jane));

    desk.show(desk.jane, B);
    desk.swap(desk.jane, B);
    assertEquals(shows(C, true, false), desk.swap(desk.jane, C).callerId());
    desk.swap(desk.jane, B);
    assertEquals(shows(B, true, false), desk.telephony(desk.jane).callerId());
  }

  @Test
  void onlyWhatTheUserHasCanBeShown() {
    desk.give(desk.joe, C);
    Instant since = desk.server.now();
    assertEquals(
        C
            + " is not a number of user jane@example.com but assigned to user joe@example.com since"
            + " "
            + since
            + "; list the user's numbers with ListUserPhoneNumbers",
        desk.refused(() -> desk.show(desk.jane, C)));
    desk.unassignPrimary(desk.joe);
    assertTrue(desk.refused(() -> desk.show(desk.joe, C)).contains("is not a number of user joe"));
    assertNull(desk.callerId(desk.joe));
  }

  @Test
  void numberOfALineCanBeShownWhileTheSeatIsOpen() {
    line("line-1", "Support", C);
    for (String role : List.of("ASSIGNEE", "OUTBOUND")) {
      addLineMember(desk.joe, C, role);
      UserPhoneNumber seat = desk.numbers(desk.joe).getFirst();
      assertEquals(
          role.equals("ASSIGNEE")
              ? UserPhoneNumberRole.ASSIGNED
              : UserPhoneNumberRole.OUTBOUND_ONLY,
          seat.role());
      assertEquals("line-1", seat.lineId());
      assertEquals("Support", seat.lineName());
      assertNull(desk.callerId(desk.joe));
      assertEquals(shows(C, false, true), desk.show(desk.joe, C).callerId());
      assertTrue(
          desk.refused(() -> desk.unassignAdditional(desk.joe, C))
              .contains("change the line instead"));
      assertTrue(
          desk.refused(() -> desk.give(desk.joe, C)).contains("to line Support (line-1) since"));
      closeSeats(C);
      assertNull(desk.callerId(desk.joe));
      addLineMember(desk.joe, C, role);
      assertNull(desk.callerId(desk.joe));
      closeSeats(C);
    }
    addLineMember(desk.jane, C, "OUTBOUND");
    assertTrue(
        desk.conflict(() -> desk.swap(desk.jane, C))
            .startsWith(C + " is assigned to line Support"));
    desk.show(desk.jane, C);
    desk.swap(desk.jane, B);
    assertEquals(C, desk.callerId(desk.jane));
    closeSeats(C);
    assertEquals(B, desk.callerId(desk.jane));
  }

  private void line(String id, String name, String e164) {
    desk.server.sql(
        "insert into holder (organization_id, holder_id, kind, name, created_at)"
            + " values (?, ?, 'LINE', ?, 1)",
        desk.bells.id(),
        id,
        name);
    open(id, "LINE", e164, "LINE");
    desk.server.sql("update phone_number set assigned = 1 where e164 = ?", e164);
  }

  private void addLineMember(String user, String e164, String role) {
    desk.later();
    open(user, "USER", e164, role);
  }

  private void open(String holder, String kind, String e164, String role) {
    long now = micros();
    desk.server.sql(
        "insert into assignment (organization_id, assignment_id, number_id, holder_id, holder_kind,"
            + " role, held_since, from_at, opened_by) select organization_id, ?, number_id, ?, ?,"
            + " ?, ?, ?, 1 from phone_number where e164 = ?",
        now + (kind.equals("LINE") ? 0 : 1),
        holder,
        kind,
        role,
        now,
        now,
        e164);
  }

  private void closeSeats(String e164) {
    desk.later();
    desk.server.sql(
        "update assignment set to_at = ?, closed_by = 1 where to_at is null and role in"
            + " ('ASSIGNEE', 'OUTBOUND')",
        micros());
    assertTrue(e164.startsWith("+"));
  }

  private long micros() {
    return Duration.between(Instant.EPOCH, desk.server.now()).toNanos() / 1000;
  }

  @Test
  void whatASignedInUserMustNoticeIsMarkedUntilTheNextSignIn() {
    for (Runnable change :
        List.<Runnable>of(
            () -> desk.give(desk.jane, C),
            () -> desk.swap(desk.jane, B),
            () -> desk.show(desk.jane, C),
            () -> desk.put(desk.jane, true),
            () -> desk.unassignAdditional(desk.jane, C),
            () -> desk.unassignPrimary(desk.jane),
            () -> desk.swap(desk.jane, C))) {
      desk.later();
      assertFalse(desk.signIn(desk.jane, null).signInRequired());
      desk.later();
      change.run();
      UserTelephony marked = desk.telephony(desk.jane);
      assertTrue(marked.signInRequired());
      assertEquals(desk.server.now(), marked.signInRequiredTimestamp());
    }
  }

  @Test
  void whatChangesNothingAsksForNoSignIn() {
    desk.later();
    desk.signIn(desk.jane, null);
    desk.give(desk.jane, A);
    desk.show(desk.jane, A);
    desk.show(desk.jane, null);
    desk.put(desk.jane, false);
    assertFalse(desk.telephony(desk.jane).signInRequired());
  }

  @Test
  void signInsAreReportedLateTwiceAndInAnyOrder() {
    desk.later();
    Instant before = desk.later();
    desk.swap(desk.jane, B);
    Instant changed = desk.server.now();
    assertTrue(desk.signIn(desk.jane, before).signInRequired());
    Instant after = desk.later();
    desk.later();
    assertFalse(desk.signIn(desk.jane, after).signInRequired());
    UserTelephony again = desk.signIn(desk.jane, before);
    assertFalse(again.signInRequired());
    assertNull(again.signInRequiredTimestamp());
    assertEquals(after, again.lastSignInTimestamp());
    assertEquals(again, desk.signIn(desk.jane, after));
    assertTrue(after.isAfter(changed));
    assertTrue(
        desk.refused(() -> desk.signIn(desk.jane, desk.server.now().plusSeconds(61)))
            .contains("is ahead of"));
    desk.signIn(desk.jane, desk.server.now().plusSeconds(59));
    desk.server.pass(Duration.ofSeconds(1));
    desk.put(desk.jane, true);
    assertTrue(desk.telephony(desk.jane).signInRequired());
  }

  @Test
  void signInCountsWhenItIsLaterThanTheChange() {
    desk.later();
    desk.server.pass(Duration.ofNanos(456_000));
    desk.put(desk.jane, true);
    Instant changed = desk.server.now();
    Instant shown = changed.truncatedTo(ChronoUnit.MILLIS);
    desk.later();
    assertTrue(desk.signIn(desk.jane, shown).signInRequired());
    assertTrue(desk.signIn(desk.jane, changed).signInRequired());
    assertFalse(desk.signIn(desk.jane, shown.plusMillis(1)).signInRequired());
  }
}
