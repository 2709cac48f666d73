package org.carillon.server.people.devices;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.AssociateDeviceWithUserInput;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateDeviceInput;
import org.carillon.api.model.CreateDeviceOutput;
import org.carillon.api.model.DeleteDeviceInput;
import org.carillon.api.model.DeviceCredentials;
import org.carillon.api.model.DeviceType;
import org.carillon.api.model.DisassociateDeviceFromUserInput;
import org.carillon.api.model.GetDeviceInput;
import org.carillon.api.model.ListDevicesInput;
import org.carillon.api.model.ListDevicesOutput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RegenerateDeviceCredentialsInput;
import org.carillon.api.model.RegenerateDeviceCredentialsOutput;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.UpdateDeviceInput;
import org.carillon.platform.db.Engine;
import org.carillon.platform.identity.BrokenSealException;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Desk phones and soft clients: their names, credentials and users, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class DevicesTest {

  private static final String MAC = "00:1A:2B:3C:4D:5E";

  private final TestServer server;
  private final Devices devices;
  private final Tenant bells;
  private final String sales;
  private final String jane;
  private final String joe;

  DevicesTest(Engine engine, @TempDir Path folder) {
    server = new TestServer(engine, folder);
    devices = server.feature(DevicesFeature.class).devices();
    bells = server.organization();
    sales = bells.account();
    jane = bells.user(sales, "jane@example.com");
    joe = bells.user(sales, "joe@example.com");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static CreateDeviceInput phone(String account, String mac) {
    return CreateDeviceInput.builder()
        .accountId(account)
        .name("Front desk")
        .type(DeviceType.DESK_PHONE)
        .macAddress(mac)
        .build();
  }

  private static CreateDeviceInput client(String account, String sipUsername) {
    return CreateDeviceInput.builder()
        .accountId(account)
        .name("Laptop")
        .type(DeviceType.SOFT_CLIENT)
        .sipUsername(sipUsername)
        .build();
  }

  private CreateDeviceOutput create(CreateDeviceInput input) {
    server.pass(Duration.ofMinutes(1));
    return bells.call(Operations.CREATE_DEVICE, input);
  }

  private String created(CreateDeviceInput input) {
    return requireNonNull(create(input).device()).deviceId();
  }

  private org.carillon.api.model.Device device(String id) {
    return requireNonNull(
        bells.call(Operations.GET_DEVICE, new GetDeviceInput(sales, id)).device());
  }

  private org.carillon.api.model.Device give(String user, String device) {
    server.pass(Duration.ofMinutes(1));
    return requireNonNull(
        bells
            .call(
                Operations.ASSOCIATE_DEVICE_WITH_USER,
                new AssociateDeviceWithUserInput(sales, user, device))
            .device());
  }

  private org.carillon.api.model.Device take(String user, String device) {
    server.pass(Duration.ofMinutes(1));
    return requireNonNull(
        bells
            .call(
                Operations.DISASSOCIATE_DEVICE_FROM_USER,
                new DisassociateDeviceFromUserInput(sales, user, device))
            .device());
  }

  private RegenerateDeviceCredentialsOutput regenerate(String device) {
    return bells.call(
        Operations.REGENERATE_DEVICE_CREDENTIALS,
        new RegenerateDeviceCredentialsInput(sales, device));
  }

  private void delete(String device) {
    bells.call(Operations.DELETE_DEVICE, new DeleteDeviceInput(sales, device));
  }

  private ListDevicesOutput list(@Nullable String user, int size, @Nullable String token) {
    return bells.call(Operations.LIST_DEVICES, new ListDevicesInput(sales, user, size, token));
  }

  private List<String> listed(@Nullable String user) {
    return requireNonNull(list(user, 100, null).devices()).stream()
        .map(org.carillon.api.model.Device::deviceId)
        .toList();
  }

  private static String conflict(Executable what) {
    return String.valueOf(assertThrows(ConflictException.class, what).getMessage());
  }

  @Test
  void deskPhoneRegistersByItsAddressHoweverItWasWritten() {
    CreateDeviceOutput created = create(phone(sales, "001a.2b3c.4d5e"));
    org.carillon.api.model.Device device = requireNonNull(created.device());
    assertEquals(MAC, device.macAddress());
    assertEquals("001a2b3c4d5e", device.sipUsername());
    assertEquals(DeviceType.DESK_PHONE, device.type());
    assertNull(device.userId());
    assertEquals(server.now(), device.createdTimestamp());
    assertEquals(device, device(device.deviceId()));
    DeviceCredentials credentials = requireNonNull(created.deviceCredentials());
    assertEquals("001a2b3c4d5e", credentials.sipUsername());
    assertTrue(credentials.sipPassword().matches("[2-9a-z]{24}"), "24 characters");
  }

  @Test
  void softClientRegistersByTheNameThatItWasGiven() {
    org.carillon.api.model.Device device =
        requireNonNull(create(client(sales, "Jane.Doe")).device());
    assertEquals("jane.doe", device.sipUsername());
    assertNull(device.macAddress());
  }

  @Test
  void eachKindNeedsItsOwnNameAndHasNoOther() {
    List.of(
            phone(sales, MAC).toBuilder().macAddress(null).build(),
            phone(sales, MAC).toBuilder().sipUsername("jane").build(),
            client(sales, "jane").toBuilder().sipUsername(null).build(),
            client(sales, "jane").toBuilder().macAddress(MAC).build())
        .forEach(wrong ->
            assertThrows(BadRequestException.class, () -> create(wrong), () -> wrong.toString()));
    assertEquals(List.of(), listed(null));
  }

  @Test
  void addressAndNameAreUniqueInTheOrganizationAndFreeInOthers() {
    String first = created(phone(sales, MAC));
    Instant since = server.now();
    String marketing = bells.account();
    assertEquals(
        "MacAddress "
            + MAC
            + " belongs to device Front desk ("
            + first
            + " of account "
            + sales
            + ") since "
            + since
            + "; change or delete that one first",
        conflict(() -> create(phone(marketing, "00-1a-2b-3c-4d-5e"))));
    created(client(sales, "jane"));
    assertTrue(
        conflict(() -> create(client(marketing, "JANE")))
            .startsWith("SipUsername jane belongs to"));
    Tenant others = server.organization();
    others.call(Operations.CREATE_DEVICE, phone(others.account(), MAC));
    delete(first);
    created(phone(marketing, MAC));
    assertThrows(NotFoundException.class, () -> device(first));
  }

  @Test
  void nameAndAddressChangeWhileThePasswordAndTheUserStay() {
    String id = created(phone(sales, MAC));
    give(jane, id);
    org.carillon.api.model.Device before = device(id);
    server.pass(Duration.ofMinutes(1));
    UpdateDeviceInput.Builder change = UpdateDeviceInput.builder().accountId(sales).deviceId(id);
    bells.call(Operations.UPDATE_DEVICE, change.name("Lobby").build());
    assertEquals("Lobby", device(id).name());
    assertEquals(MAC, device(id).macAddress());
    bells.call(Operations.UPDATE_DEVICE, change.name(null).macAddress("00:1a:2b:3c:4d:5f").build());
    org.carillon.api.model.Device after = device(id);
    assertEquals("Lobby", after.name());
    assertEquals("001a2b3c4d5f", after.sipUsername());
    assertEquals(before.userId(), after.userId());
    assertEquals(before.assignedTimestamp(), after.assignedTimestamp());
    assertEquals(before.credentialsTimestamp(), after.credentialsTimestamp());
    created(phone(sales, MAC));
    assertTrue(
        conflict(() -> bells.call(Operations.UPDATE_DEVICE, change.macAddress(MAC).build()))
            .contains("belongs to device Front desk"));
    assertThrows(
        BadRequestException.class,
        () ->
            bells.call(
                Operations.UPDATE_DEVICE, change.macAddress(null).sipUsername("lobby").build()));
  }

  @Test
  void deviceBelongsToOneUserOrNone() {
    String id = created(phone(sales, MAC));
    org.carillon.api.model.Device given = give(jane, id);
    Instant since = server.now();
    assertEquals(jane, given.userId());
    assertEquals(since, given.assignedTimestamp());
    assertEquals(given, give(jane, id));
    String held =
        "device Front desk is assigned to user jane@example.com since "
            + since
            + "; disassociate it with DisassociateDeviceFromUser";
    assertEquals(held + " first", conflict(() -> give(joe, id)));
    assertEquals(held + ", then delete it", conflict(() -> delete(id)));
    assertEquals(
        "device Front desk is not assigned to user joe@example.com but to user jane@example.com"
            + " since "
            + since,
        conflict(() -> take(joe, id)));
    assertEquals(List.of(id), listed(jane));
    assertNull(take(jane, id).userId());
    assertTrue(conflict(() -> take(jane, id)).endsWith("; it has no user"));
    regenerate(id);
    assertEquals(joe, give(joe, id).userId());
    assertEquals(List.of(), listed(jane));

    String marketing = bells.account();
    String stranger = bells.user(marketing, "sue@example.com");
    assertThrows(NotFoundException.class, () -> give(stranger, id));
    assertThrows(
        NotFoundException.class,
        () -> bells.call(Operations.GET_DEVICE, new GetDeviceInput(marketing, id)));
    assertThrows(
        NotFoundException.class,
        () ->
            bells.call(
                Operations.ASSOCIATE_DEVICE_WITH_USER,
                new AssociateDeviceWithUserInput(marketing, stranger, id)));
    server.sql("update account_user set registration_status = 'Suspended' where user_id = ?", jane);
    take(joe, id);
    regenerate(id);
    assertThrows(BadRequestException.class, () -> give(jane, id));
  }

  @Test
  void userHasTwentyDevicesAtMostAndAllAreFreedAtOnce() {
    List<String> ids = new ArrayList<>();
    for (int each = 0; each < 21; each++) {
      ids.add(created(client(sales, "jane-" + each)));
    }
    ids.subList(0, 20).forEach(id -> give(jane, id));
    assertThrows(ResourceLimitExceededException.class, () -> give(jane, ids.getLast()));
    give(joe, ids.getLast());
    server.pass(Duration.ofMinutes(1));
    assertEquals(
        ids.subList(0, 20),
        bells.write(context -> devices.ofUser(context, jane)).stream()
            .map(Device::deviceId)
            .toList());
    assertEquals(20, freed().size());
    assertEquals(List.of(), freed());
    assertEquals(List.of(), listed(jane));
    assertEquals(ids, listed(null));
    assertNull(device(ids.getFirst()).assignedTimestamp());
    assertEquals(joe, device(ids.getLast()).userId());
  }

  @Test
  void passwordIsVoidOnceTheDeviceLosesItsUser() {
    String taken = created(phone(sales, MAC));
    String freed = created(client(sales, "jane"));
    String fresh = created(client(sales, "spare"));
    give(joe, taken);
    give(jane, freed);
    take(joe, taken);
    freed();
    assertEquals(2, server.count("select count(*) from device where password is null"));
    for (String id : List.of(taken, freed)) {
      assertNull(device(id).credentialsTimestamp());
      assertTrue(conflict(() -> give(joe, id)).contains("RegenerateDeviceCredentials"));
      regenerate(id);
      assertEquals(joe, give(joe, id).userId());
    }
    assertEquals(joe, give(joe, fresh).userId(), "nobody else has ever known its password");
  }

  private List<Device> freed() {
    return bells.write(context -> devices.free(context, devices.lockOfUser(context, jane)));
  }

  @Test
  void devicesAreListedInPages() {
    List<String> ids = Stream.of("a", "b", "c").map(name -> created(client(sales, name))).toList();
    created(client(bells.account(), "elsewhere"));
    ListDevicesOutput first = list(null, 2, null);
    ListDevicesOutput second = list(null, 2, first.nextToken());
    assertEquals(
        ids,
        Stream.of(first, second)
            .flatMap(page -> requireNonNull(page.devices()).stream())
            .map(org.carillon.api.model.Device::deviceId)
            .toList());
    assertNull(second.nextToken());
    assertThrows(BadRequestException.class, () -> list(jane, 2, first.nextToken()));
  }

  @Test
  void passwordIsShownOnceAndKeptSealedForThisDeviceOnly() {
    CreateDeviceOutput created = create(phone(sales, MAC));
    String id = requireNonNull(created.device()).deviceId();
    String password = requireNonNull(created.deviceCredentials()).sipPassword();
    assertEquals(password, opened(id, id));
    assertThrows(BrokenSealException.class, () -> opened(id, "another"));
    server.pass(Duration.ofMinutes(1));
    RegenerateDeviceCredentialsOutput renewed = regenerate(id);
    String next = requireNonNull(renewed.deviceCredentials()).sipPassword();
    assertNotEquals(password, next);
    assertEquals(next, opened(id, id));
    assertEquals(server.now(), device(id).credentialsTimestamp());
    assertFalse(device(id).toString().contains(next));
    for (String clear : List.of(password, next)) {
      assertFalse(created.toString().contains(clear), "in a log");
      assertFalse(renewed.toString().contains(clear), "in a log");
      assertFalse(server.text("audit_entry").contains(clear), "in the audit log");
      assertFalse(server.text("device").contains(clear), "in clear");
    }
  }

  private String opened(String id, String context) {
    byte[] sealed = server.bytes("select password from device where device_id = ?", id);
    return new String(
        server.platform().vault().open(sealed, "device/" + bells.id() + "/" + context),
        StandardCharsets.UTF_8);
  }
}
