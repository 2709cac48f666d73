package org.carillon.server.changes.offboarding;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ENTITY_CHANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.GetAutoAttendantInput;
import org.carillon.api.model.GetUserTelephonyInput;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.InvalidInputBehavior;
import org.carillon.api.model.LeftLine;
import org.carillon.api.model.LineDecision;
import org.carillon.api.model.MenuEntry;
import org.carillon.api.model.MenuKey;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.RemoveVoiceServicesInput;
import org.carillon.api.model.RemovedCallFlowEntry;
import org.carillon.api.model.ReportUserSignInInput;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UpdateUserSettingsInput;
import org.carillon.api.model.UserSettings;
import org.carillon.api.model.UserTelephony;
import org.carillon.api.model.VoiceServicesRemoval;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Jane leaves, and call flows lead to her numbers and to her line rather than to herself. */
@ParameterizedClass
@EnumSource(Engine.class)
final class LeaverNumbersTest {

  private static final String OWN = "+12065550100";
  private static final String HOTLINE = "+12065550101";
  private static final String OTHER = "+12065550102";

  private final TestServer server;
  private final Tenant bells;
  private String account = "";
  private String jane = "";
  private String joe = "";
  private String menu = "";
  private String hotline = "";

  LeaverNumbersTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
  }

  @BeforeEach
  void found() {
    bells.order(OWN, HOTLINE, OTHER);
    server.sweep();
    account = bells.account();
    jane = bells.user(account, "jane@example.com");
    joe = bells.user(account, "joe@example.com");
    bells.assign(account, jane, OWN);
    hotline =
        bells.line(
            CreateLineInput.builder()
                .e164PhoneNumber(HOTLINE)
                .name("Hotline")
                .assignedUserIds(List.of(jane))
                .build());
    menu =
        requireNonNull(
            requireNonNull(
                    bells
                        .call(
                            Operations.CREATE_AUTO_ATTENDANT,
                            CreateAutoAttendantInput.builder()
                                .name("Menu")
                                .greeting(new Greeting("Hello", null))
                                .menu(
                                    List.of(
                                        new MenuEntry(MenuKey.ONE, to(OWN)),
                                        new MenuEntry(MenuKey.TWO, to(HOTLINE)),
                                        new MenuEntry(MenuKey.THREE, to(OTHER))))
                                .invalidInput(new InvalidInputBehavior(1, to(HOTLINE)))
                                .build())
                        .autoAttendant())
                .autoAttendantId());
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static CallTarget to(String e164) {
    return new CallTarget(CallTargetType.PHONE_NUMBER, e164);
  }

  private Leaver leaver() {
    return new Leaver(bells, account, jane);
  }

  private static List<String> told(@Nullable List<RemovedCallFlowEntry> entries) {
    return requireNonNull(entries).stream()
        .map(each ->
            "%s to %s: %s"
                .formatted(each.entry(), requireNonNull(each.ledTo()).value(), each.outcome()))
        .sorted()
        .toList();
  }

  private List<MenuKey> keys() {
    return requireNonNull(
            requireNonNull(
                    bells
                        .call(Operations.GET_AUTO_ATTENDANT, new GetAutoAttendantInput(menu))
                        .autoAttendant())
                .menu())
        .stream()
        .map(MenuEntry::key)
        .toList();
  }

  @Test
  void entriesThatLeadToTheNumbersOfTheLeaverGoToo() {
    List<String> expected =
        List.of(
            "key 1 to %s: the key is invalid input from then on: calls go to PhoneNumber %s"
                .formatted(OWN, HOTLINE));
    VoiceServicesRemoval before = leaver().preview();
    assertEquals(expected, told(before.callFlowEntries()));
    VoiceServicesRemoval done = leaver().remove(new LineDecision(hotline, joe, null));
    assertEquals(expected, told(done.callFlowEntries()));
    assertNull(requireNonNull(done.lines()).getFirst().callFlowEntries());
    assertEquals(List.of(MenuKey.TWO, MenuKey.THREE), keys());
    assertEquals(PhoneNumberStatus.UNASSIGNED, bells.status(OWN));
  }

  @Test
  void permissionsGoAndTheAnswerSaysWhoHasToSignInAgain() {
    TelephonySettings all = new TelephonySettings(true, true, true);
    bells.call(
        Operations.UPDATE_USER_SETTINGS,
        new UpdateUserSettingsInput(account, jane, new UserSettings(all)));
    VoiceServicesRemoval before = leaver().preview();
    assertEquals(all, before.telephony());
    assertNull(before.signInRequiredUserIds());
    VoiceServicesRemoval done = leaver().remove(new LineDecision(hotline, joe, null));
    assertEquals(all, done.telephony());
    assertEquals(Stream.of(jane, joe).sorted().toList(), done.signInRequiredUserIds());
    assertEquals(new TelephonySettings(false, false, false), telephony().telephony());
    bells.call(Operations.REPORT_USER_SIGN_IN, new ReportUserSignInInput(account, jane, null));
    VoiceServicesRemoval nothing =
        requireNonNull(
            bells
                .call(
                    Operations.REMOVE_VOICE_SERVICES,
                    new RemoveVoiceServicesInput(account, jane, null))
                .voiceServicesRemoval());
    assertEquals(List.of(), nothing.signInRequiredUserIds());
    assertEquals(false, telephony().signInRequired());
  }

  private UserTelephony telephony() {
    return requireNonNull(
        bells
            .call(Operations.GET_USER_TELEPHONY, new GetUserTelephonyInput(account, jane))
            .userTelephony());
  }

  @Test
  void successorWhoDoesNotExistIsNamedWithTheDecision() {
    NotFoundException told =
        assertThrows(
            NotFoundException.class,
            () -> leaver().remove(new LineDecision(hotline, "nobody", null)));
    assertEquals(
        "there is no user nobody in this organization (LineDecisions, line Hotline (%s))"
            .formatted(HOTLINE),
        told.getMessage());
  }

  @Test
  void entriesThatLeadToADissolvedLineGoTooAndThePreviewTellsThem() {
    LeftLine line = requireNonNull(leaver().preview().lines()).getFirst();
    assertEquals(
        List.of(
            "after invalid input to %s: no target: the call ends".formatted(HOTLINE),
            "key 2 to %s: the key is invalid input from then on: the call ends".formatted(HOTLINE)),
        told(line.callFlowEntries()));
    VoiceServicesRemoval done = leaver().remove(new LineDecision(hotline, null, true));
    assertEquals(
        List.of(
            "after invalid input to %s: no target: the call ends".formatted(HOTLINE),
            "key 1 to %s: the key is invalid input from then on: the call ends".formatted(OWN),
            "key 2 to %s: the key is invalid input from then on: the call ends".formatted(HOTLINE)),
        told(done.callFlowEntries()));
    assertEquals(List.of(MenuKey.THREE), keys());
    assertEquals(PhoneNumberStatus.UNASSIGNED, bells.status(HOTLINE));
  }

  @Test
  void lineThatTooMuchLeadsToIsPreviewedAllTheSameAndGoesToASuccessor() {
    server.sql(
        """
        insert into call_reference
          (organization_id, from_id, what, position, from_kind, to_kind, to_id)
        with recursive days(day) as
          (select 1 union all select day + 1 from days where day < 10000)
        select organization_id, flow_id, 'HOLIDAY', day, kind, 'PHONE_NUMBER', ?
        from call_flow, days where flow_id = ?\
        """,
        HOTLINE,
        menu);
    VoiceServicesRemoval before = leaver().preview();
    assertEquals(1, requireNonNull(before.callFlowEntries()).size());
    List<RemovedCallFlowEntry> told =
        requireNonNull(requireNonNull(before.lines()).getFirst().callFlowEntries());
    assertEquals(9_999, told.size());
    assertEquals(
        ("10000 entries of call flows or more lead to user %s, to a number of the user's"
                + " or to a line to dissolve; remove some of them first")
            .formatted(jane),
        assertThrows(
                BadRequestException.class,
                () -> leaver().remove(new LineDecision(hotline, null, true)))
            .getMessage());
    VoiceServicesRemoval done = leaver().remove(new LineDecision(hotline, joe, null));
    assertEquals(before.callFlowEntries(), done.callFlowEntries());
  }

  @Test
  void historyOfAFlowSaysWhatItLedTo() {
    leaver().remove(new LineDecision(hotline, null, true));
    assertEquals(
        List.of("entries to %s, %s (removed)".formatted(OWN, HOTLINE)),
        server
            .database()
            .read(transaction ->
                transaction
                    .sql()
                    .select(ENTITY_CHANGE.WHAT)
                    .from(ENTITY_CHANGE)
                    .where(ENTITY_CHANGE.VERSION.gt(1))
                    .fetch(ENTITY_CHANGE.WHAT)));
  }
}
