package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.Test;

/** Desk phones and soft clients: how they come, whose they are, and with what they register. */
final class DevicesTest {

  private static final String DEVICES = "/accounts/{}/devices";
  private static final String DEVICE = DEVICES + "/{}";
  private static final String USER = "/accounts/{}/users/{}";

  private final SignedHttp carillon = new SignedHttp();
  private final Office office = new Office();

  private Question create(String name, String kind) {
    return carillon.post(DEVICES, office.account).member("Name", name).member("Type", kind);
  }

  private String softClient(String name) {
    return create(name, "SoftClient")
        .member("SipUsername", Office.unique("soft"))
        .answers(201)
        .path("Device")
        .path("DeviceId")
        .asText();
  }

  private Question get(String device) {
    return carillon.get(DEVICE, office.account, device);
  }

  private Question associate(String user, String device) {
    return carillon
        .post(USER + "?operation=associate-device", office.account, user)
        .member("DeviceId", device);
  }

  private Question disassociate(String user, String device) {
    return carillon
        .post(USER + "?operation=disassociate-device", office.account, user)
        .member("DeviceId", device);
  }

  /** Twelve hexadecimal digits that nobody has used before. */
  private static String mac() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  @Test
  void deskPhoneIsKnownByItsMacAddressAndItsPasswordIsShownOnce() {
    String mac = mac();
    JsonNode created =
        create("Lobby", "DeskPhone")
            .member("MacAddress", mac.replaceAll("(..)(?=.)", "$1-"))
            .answers(201);
    JsonNode device = created.path("Device");
    assertEquals(
        mac.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:"),
        device.path("MacAddress").asText());
    assertEquals(mac, device.path("SipUsername").asText());
    assertEquals(mac, created.path("DeviceCredentials").path("SipUsername").asText());
    String password = created.path("DeviceCredentials").path("SipPassword").asText();
    assertEquals(24, password.length());
    String id = device.path("DeviceId").asText();
    JsonNode shown = get(id).answers(200);
    assertEquals(device, shown.path("Device"));
    assertFalse(shown.toString().contains(password), "the password is shown again");
    create("Second lobby", "DeskPhone")
        .member("MacAddress", mac)
        .refuses(409, "ConflictException", "MacAddress", "Lobby");
  }

  @Test
  void deviceIsAssignedToOneUserAndFreedBeforeItIsDeleted() {
    String device = softClient("Laptop");
    String jane = office.user("jane");
    String joe = office.user("joe");
    JsonNode assigned = associate(jane, device).answers(200).path("Device");
    assertEquals(jane, assigned.path("UserId").asText());
    assertTrue(assigned.hasNonNull("AssignedTimestamp"));
    assertEquals(
        List.of(device),
        carillon
            .get(DEVICES, office.account)
            .with("user-id", jane)
            .answers(200)
            .path("Devices")
            .valueStream()
            .map(each -> each.path("DeviceId").asText())
            .toList());
    // Sent again, it finds everything as it should be.
    assertEquals(assigned, associate(jane, device).answers(200).path("Device"));
    associate(joe, device)
        .refuses(409, "ConflictException", "is assigned to", "jane-", "DisassociateDeviceFromUser");
    disassociate(joe, device).refuses(409, "ConflictException", "is not assigned to user");
    carillon
        .delete(DEVICE, office.account, device)
        .refuses(409, "ConflictException", "jane-", "since", "DisassociateDeviceFromUser");
    assertFalse(disassociate(jane, device).answers(200).path("Device").hasNonNull("UserId"));
    carillon.delete(DEVICE, office.account, device).answers(204);
    get(device).refuses(404, "NotFoundException", device);
  }

  @Test
  void newPasswordTakesThePlaceOfTheOldOne() {
    JsonNode created =
        create("Tablet", "SoftClient").member("SipUsername", Office.unique("tablet")).answers(201);
    String device = created.path("Device").path("DeviceId").asText();
    JsonNode renewed =
        carillon
            .post(DEVICE + "?operation=regenerate-credentials", office.account, device)
            .answers(200);
    assertEquals(
        created.path("DeviceCredentials").path("SipUsername"),
        renewed.path("DeviceCredentials").path("SipUsername"));
    assertNotEquals(
        created.path("DeviceCredentials").path("SipPassword"),
        renewed.path("DeviceCredentials").path("SipPassword"));
    assertTrue(
        created
                .path("Device")
                .path("CredentialsTimestamp")
                .asText()
                .compareTo(renewed.path("Device").path("CredentialsTimestamp").asText())
            <= 0);
    carillon
        .post(DEVICE + "?operation=regenerate-credentials", office.account, "none")
        .refuses(404, "NotFoundException", "none");
  }

  @Test
  void updatedDeviceKeepsItsUserAndItsPassword() {
    String device = softClient("Laptop");
    String jane = office.user("jane");
    JsonNode before = associate(jane, device).answers(200).path("Device");
    String name = Office.unique("Jane.Laptop");
    JsonNode after =
        carillon
            .post(DEVICE, office.account, device)
            .member("Name", "Jane's laptop")
            .member("SipUsername", name)
            .answers(200)
            .path("Device");
    assertEquals("Jane's laptop", after.path("Name").asText());
    assertEquals(jane, after.path("UserId").asText());
    assertEquals(before.path("CredentialsTimestamp"), after.path("CredentialsTimestamp"));
    create("Other", "SoftClient")
        .member("SipUsername", name.toUpperCase(Locale.ROOT))
        .refuses(409, "ConflictException", "SipUsername", "Jane's laptop");
    carillon
        .post(DEVICE, office.account, device)
        .member("MacAddress", mac())
        .refuses(400, "BadRequestException", "MacAddress", "DeskPhone");
  }

  @Test
  void malformedDevicesAreRefusedByTheirMembers() {
    create("Phone", "DeskPhone").refuses(400, "BadRequestException", "MacAddress");
    create("Client", "SoftClient").refuses(400, "BadRequestException", "SipUsername");
    create("Fax", "Fax").refuses(400, "BadRequestException", "Type must");
    create(" ", "DeskPhone").refuses(400, "BadRequestException", "Name must");
    create("Phone", "DeskPhone")
        .member("MacAddress", "00:11:22")
        .refuses(400, "BadRequestException", "MacAddress must");
    associate(office.user("jane"), "none").refuses(404, "NotFoundException", "none");
    carillon
        .post(DEVICES, "no-account")
        .member("Name", "Client")
        .member("Type", "SoftClient")
        .member("SipUsername", "client")
        .refuses(404, "NotFoundException", "no-account");
    // A device of another account is unknown here.
    get(new DevicesTest().softClient("Elsewhere")).refuses(404, "NotFoundException", "device");
  }

  @Test
  void devicesAreListedInPagesInOrderOfCreation() {
    List<String> devices = List.of(softClient("One"), softClient("Two"), softClient("Three"));
    JsonNode first = carillon.get(DEVICES, office.account).with("max-results", 2).answers(200);
    JsonNode last =
        carillon
            .get(DEVICES, office.account)
            .with("max-results", 2)
            .with("next-token", first.path("NextToken").asText())
            .answers(200);
    assertEquals(devices.get(0), first.path("Devices").path(0).path("DeviceId").asText());
    assertEquals(devices.get(1), first.path("Devices").path(1).path("DeviceId").asText());
    assertEquals(devices.get(2), last.path("Devices").path(0).path("DeviceId").asText());
    assertFalse(last.hasNonNull("NextToken"));
  }
}
