package org.carillon.server.changes.offboarding;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.AssociateDeviceWithUserInput;
import org.carillon.api.model.AutoAttendant;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateAutoAttendantInput;
import org.carillon.api.model.CreateDeviceInput;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.DeviceType;
import org.carillon.api.model.GetAutoAttendantInput;
import org.carillon.api.model.GetDeviceInput;
import org.carillon.api.model.GetHuntGroupInput;
import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.HuntGroup;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.LeftLine;
import org.carillon.api.model.Line;
import org.carillon.api.model.LineDecision;
import org.carillon.api.model.LineUser;
import org.carillon.api.model.MenuEntry;
import org.carillon.api.model.MenuKey;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.RemovedCallFlowEntry;
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

/** Jane leaves: she has everything that a user can have for telephony, and in the end nothing. */
@ParameterizedClass
@EnumSource(Engine.class)
final class LeaverStoryTest {

  private static final String PRIMARY = "+12065550100";
  private static final String ADDITIONAL = "+12065550101";
  private static final String FRONT_DESK = "+12065550102";
  private static final String HOTLINE = "+12065550103";
  private static final String SHOWN = "+12065550104";

  private final TestServer server;
  private final Tenant bells;
  private String account = "";
  private String jane = "";
  private String joe = "";
  private String device = "";
  private String sales = "";
  private String menu = "";
  private String frontDesk = "";
  private String hotline = "";
  private String shown = "";

  LeaverStoryTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
  }

  @BeforeEach
  void found() {
    bells.order(PRIMARY, ADDITIONAL, FRONT_DESK, HOTLINE, SHOWN);
    server.sweep();
    account = bells.account();
    jane = bells.user(account, "jane@example.com");
    joe = bells.user(account, "joe@example.com");
    bells.assign(account, jane, PRIMARY);
    bells.assign(account, jane, ADDITIONAL);
    device = device();
    sales = group();
    menu = attendant();
    frontDesk = line(FRONT_DESK, "Front desk", List.of(jane, joe), List.of(), jane);
    hotline = line(HOTLINE, "Hotline", List.of(jane), List.of(joe), jane);
    shown = line(SHOWN, "Campaign", List.of(joe), List.of(jane), null);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String device() {
    return device("jane");
  }

  private String device(String sipUsername) {
    String id =
        requireNonNull(
                bells
                    .call(
                        Operations.CREATE_DEVICE,
                        CreateDeviceInput.builder()
                            .accountId(account)
                            .name("Laptop")
                            .type(DeviceType.SOFT_CLIENT)
                            .sipUsername(sipUsername)
                            .build())
                    .device())
            .deviceId();
    bells.call(
        Operations.ASSOCIATE_DEVICE_WITH_USER, new AssociateDeviceWithUserInput(account, jane, id));
    return id;
  }

  private String group() {
    return requireNonNull(
        requireNonNull(
                bells
                    .call(
                        Operations.CREATE_HUNT_GROUP,
                        CreateHuntGroupInput.builder()
                            .name("Sales")
                            .strategy(HuntGroupStrategy.SEQUENTIAL)
                            .memberUserIds(List.of(joe, jane))
                            .build())
                    .huntGroup())
            .huntGroupId());
  }

  private String attendant() {
    return requireNonNull(
        requireNonNull(
                bells
                    .call(
                        Operations.CREATE_AUTO_ATTENDANT,
                        CreateAutoAttendantInput.builder()
                            .name("Menu")
                            .greeting(new Greeting("Hello", null))
                            .menu(
                                List.of(
                                    new MenuEntry(
                                        MenuKey.THREE, new CallTarget(CallTargetType.USER, jane)),
                                    new MenuEntry(
                                        MenuKey.FOUR, new CallTarget(CallTargetType.USER, joe))))
                            .build())
                    .autoAttendant())
            .autoAttendantId());
  }

  private String line(
      String number,
      String name,
      List<String> assigned,
      List<String> callerIds,
      @Nullable String inbox) {
    return bells.line(
        CreateLineInput.builder()
            .e164PhoneNumber(number)
            .name(name)
            .assignedUserIds(assigned)
            .outboundOnlyUserIds(callerIds)
            .defaultInboxUserId(inbox)
            .build());
  }

  private Line line(String lineId) {
    return requireNonNull(bells.call(Operations.GET_LINE, new GetLineInput(lineId)).line());
  }

  private static List<String> ids(@Nullable List<LineUser> users) {
    return requireNonNull(users).stream().map(user -> requireNonNull(user.userId())).toList();
  }

  private Leaver leaver() {
    return new Leaver(bells, account, jane);
  }

  private static List<Boolean> lasts(VoiceServicesRemoval removal) {
    return requireNonNull(removal.lines()).stream()
        .map(LeftLine::lastAssigned)
        .map(last -> requireNonNull(last))
        .toList();
  }

  private static List<String> entries(VoiceServicesRemoval removal) {
    List<String> found = new ArrayList<>();
    for (RemovedCallFlowEntry each : requireNonNull(removal.callFlowEntries())) {
      found.add(each.flowName() + ", " + each.entry() + ": " + each.outcome());
    }
    return found;
  }

  @Test
  void previewTellsEverythingAndChangesNothing() {
    VoiceServicesRemoval preview = leaver().preview();
    assertEquals(
        List.of(PRIMARY, ADDITIONAL),
        requireNonNull(preview.phoneNumbers()).stream()
            .map(each -> each.e164PhoneNumber())
            .toList());
    assertEquals(device, requireNonNull(preview.devices()).getFirst().deviceId());
    assertEquals(
        List.of(
            "hunt group Sales, member 2: the other member rings",
            "auto attendant Menu, key 3: the key is invalid input from then on: the call ends"),
        entries(preview));
    assertEquals(List.of(false, true), lasts(preview));
    assertEquals(shown, requireNonNull(preview.outboundOnlyLines()).getFirst().lineId());
    assertEquals(preview, leaver().preview());
  }

  @Test
  void lastAssigneeStaysUntilSomebodyDecides() {
    VoiceServicesRemoval before = leaver().preview();
    ConflictException told = assertThrows(ConflictException.class, () -> leaver().remove());
    assertTrue(
        String.valueOf(told.getMessage())
            .startsWith("no user would be assigned to line Hotline (" + HOTLINE),
        told.getMessage());
    assertEquals(before, leaver().preview());
  }

  @Test
  void successorTakesOverAtTheInstantAtWhichEverythingElseEnds() {
    VoiceServicesRemoval before = leaver().preview();
    VoiceServicesRemoval done = leaver().remove(new LineDecision(hotline, joe, null));
    assertEquals(before.phoneNumbers(), done.phoneNumbers());
    assertEquals(before.devices(), done.devices());
    assertEquals(before.callFlowEntries(), done.callFlowEntries());
    assertEquals(before.outboundOnlyLines(), done.outboundOnlyLines());
    assertEquals(joe, requireNonNull(done.lines()).get(1).successorUserId());
    nothingIsLeft();
    assertEquals(List.of(joe), ids(line(frontDesk).assignedUsers()));
    assertNull(line(frontDesk).defaultInboxUserId());
    assertEquals(List.of(joe), ids(line(hotline).assignedUsers()));
    assertEquals(List.of(), ids(line(hotline).outboundOnlyUsers()));
    assertEquals(joe, line(hotline).defaultInboxUserId());
    assertEquals(List.of(), ids(line(shown).outboundOnlyUsers()));
    assertEquals(2, line(shown).revision());
    assertEquals(line(frontDesk).updatedTimestamp(), line(hotline).updatedTimestamp());
  }

  @Test
  void dissolvedLineGivesItsNumberBack() {
    VoiceServicesRemoval done = leaver().remove(new LineDecision(hotline, null, true));
    assertEquals(true, requireNonNull(done.lines()).get(1).dissolved());
    nothingIsLeft();
    assertEquals(PhoneNumberStatus.UNASSIGNED, bells.status(HOTLINE));
    assertThrows(NotFoundException.class, () -> line(hotline));
  }

  @Test
  void devicesAreToldInTheOrderInWhichTheyWereMade() {
    List<String> made = new ArrayList<>(List.of(device));
    for (String each : List.of("jane2", "jane3", "jane4")) {
      server.pass(Duration.ofMinutes(1));
      made.add(device(each));
    }
    VoiceServicesRemoval before = leaver().preview();
    VoiceServicesRemoval done = leaver().remove(new LineDecision(hotline, joe, null));
    assertEquals(
        made,
        requireNonNull(done.devices()).stream()
            .map(each -> requireNonNull(each.deviceId()))
            .toList());
    assertEquals(before.devices(), done.devices());
  }

  private void nothingIsLeft() {
    VoiceServicesRemoval after = leaver().preview();
    assertEquals(List.of(), after.phoneNumbers());
    assertEquals(List.of(), after.devices());
    assertEquals(List.of(), after.callFlowEntries());
    assertEquals(List.of(), after.lines());
    assertEquals(List.of(), after.outboundOnlyLines());
    assertEquals(PhoneNumberStatus.UNASSIGNED, bells.status(PRIMARY));
    assertEquals(PhoneNumberStatus.UNASSIGNED, bells.status(ADDITIONAL));
    assertNull(
        requireNonNull(
                bells.call(Operations.GET_DEVICE, new GetDeviceInput(account, device)).device())
            .userId());
    HuntGroup group =
        requireNonNull(
            bells.call(Operations.GET_HUNT_GROUP, new GetHuntGroupInput(sales)).huntGroup());
    assertEquals(List.of(joe), group.memberUserIds());
    AutoAttendant attendant =
        requireNonNull(
            bells
                .call(Operations.GET_AUTO_ATTENDANT, new GetAutoAttendantInput(menu))
                .autoAttendant());
    assertEquals(1, requireNonNull(attendant.menu()).size());
    assertNotNull(attendant.revision());
    leaver().remove();
  }

  @Test
  void decisionsThatMakeNoSenseAreRefused() {
    for (LineDecision each :
        List.of(
            new LineDecision(frontDesk, null, true),
            new LineDecision(shown, joe, null),
            new LineDecision(hotline, jane, null),
            new LineDecision(hotline, joe, true),
            new LineDecision(hotline, null, null))) {
      assertThrows(
          BadRequestException.class,
          () ->
              leaver()
                  .remove(
                      each,
                      new LineDecision(each.lineId().equals(hotline) ? "x" : hotline, joe, null)));
    }
    assertThrows(
        NotFoundException.class, () -> leaver().remove(new LineDecision(hotline, "nobody", null)));
    assertEquals(PhoneNumberStatus.ASSIGNED, bells.status(PRIMARY));
  }
}
