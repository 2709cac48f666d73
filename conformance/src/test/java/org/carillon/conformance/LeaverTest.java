package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chime.model.PhoneNumberStatus;

/** Jane leaves: she has everything that a user can have for telephony, and in the end nothing. */
final class LeaverTest {

  private static final String USER = "/accounts/{}/users/{}";

  private final SignedHttp carillon = new SignedHttp();
  private final Office office = new Office();
  private final String jane = office.user("jane");
  private final String joe = office.user("joe");
  private final List<String> numbers = office.ordered("314", 5);
  private String device = "";
  private String sales = "";
  private String menu = "";
  private String frontDesk = "";
  private String hotline = "";
  private String campaign = "";

  @BeforeEach
  void found() {
    office.assign(jane, numbers.get(0), numbers.get(1));
    office.permit(jane, true);
    device =
        carillon
            .post("/accounts/{}/devices", office.account)
            .member("Name", "Laptop")
            .member("Type", "SoftClient")
            .member("SipUsername", Office.unique("jane"))
            .answers(201)
            .path("Device")
            .path("DeviceId")
            .asText();
    carillon
        .post(USER + "?operation=associate-device", office.account, jane)
        .member("DeviceId", device)
        .answers(200);
    sales =
        carillon
            .post("/hunt-groups")
            .member("Name", "Sales")
            .member("Strategy", "Simultaneous")
            .member("MemberUserIds", List.of(joe, jane))
            .answers(201)
            .path("HuntGroup")
            .path("HuntGroupId")
            .asText();
    menu =
        carillon
            .post("/auto-attendants")
            .member("Name", "Menu")
            .member("Greeting", Map.of("AudioUrl", "https://example.com/hello.wav"))
            .member(
                "Menu",
                List.of(Map.of("Key", "3", "Target", Map.of("Type", "User", "Value", jane))))
            .answers(201)
            .path("AutoAttendant")
            .path("AutoAttendantId")
            .asText();
    frontDesk = line(numbers.get(2), "Front desk", List.of(jane, joe), List.of(), jane);
    hotline = line(numbers.get(3), "Hotline", List.of(jane), List.of(joe), jane);
    campaign = line(numbers.get(4), "Campaign", List.of(joe), List.of(jane), joe);
  }

  private String line(
      String number, String name, List<String> assigned, List<String> shown, String inbox) {
    return carillon
        .post("/lines")
        .member("E164PhoneNumber", number)
        .member("Name", name)
        .member("AssignedUserIds", assigned)
        .member("OutboundOnlyUserIds", shown)
        .member("DefaultInboxUserId", inbox)
        .answers(201)
        .path("Line")
        .path("LineId")
        .asText();
  }

  private JsonNode preview() {
    return carillon
        .get(USER + "/voice-services-removal", office.account, jane)
        .answers(200)
        .path("VoiceServicesRemoval");
  }

  private Question remove() {
    return carillon.post(USER + "?operation=remove-voice-services", office.account, jane);
  }

  private JsonNode get(String path, String id, String member) {
    return carillon.get(path, id).answers(200).path(member);
  }

  private static List<String> texts(JsonNode list, String member) {
    return list.valueStream().map(each -> each.path(member).asText()).sorted().toList();
  }

  @Test
  void previewTellsWhatTheRemovalThenTakesAndWhoTakesOver() {
    JsonNode before = preview();
    assertEquals(List.of("Additional", "Primary"), texts(before.path("PhoneNumbers"), "Role"));
    before.path("Telephony").forEach(each -> assertTrue(each.asBoolean(), before::toString));
    assertEquals(List.of(device), texts(before.path("Devices"), "DeviceId"));
    assertEquals(List.of("key 3", "member 2"), texts(before.path("CallFlowEntries"), "Entry"));
    assertEquals(List.of("Front desk", "Hotline"), texts(before.path("Lines"), "Name"));
    assertEquals(List.of("Campaign"), texts(before.path("OutboundOnlyLines"), "Name"));
    for (JsonNode line : before.path("Lines")) {
      assertEquals(
          line.path("Name").asText().equals("Hotline"), line.path("LastAssigned").asBoolean());
      assertTrue(line.path("DefaultInbox").asBoolean());
    }
    assertEquals(before, preview(), "looking changes nothing");

    remove().raw("{}").refuses(409, "ConflictException", "Hotline", "LineDecisions");
    assertEquals(before, preview(), "a refused removal changes nothing");
    JsonNode removed =
        remove()
            .member("LineDecisions", List.of(Map.of("LineId", hotline, "SuccessorUserId", joe)))
            .answers(200)
            .path("VoiceServicesRemoval");
    assertEquals(before.path("PhoneNumbers"), removed.path("PhoneNumbers"));
    assertEquals(before.path("CallFlowEntries"), removed.path("CallFlowEntries"));

    assertEquals(PhoneNumberStatus.UNASSIGNED, office.get(numbers.get(0)).status());
    assertEquals(PhoneNumberStatus.UNASSIGNED, office.get(numbers.get(1)).status());
    JsonNode freed =
        carillon.get("/accounts/{}/devices/{}", office.account, device).answers(200).path("Device");
    assertFalse(freed.hasNonNull("UserId"));
    assertFalse(freed.hasNonNull("CredentialsTimestamp"), "Jane's password is void");
    assertEquals(1, get("/hunt-groups/{}", sales, "HuntGroup").path("MemberUserIds").size());
    assertEquals(0, get("/auto-attendants/{}", menu, "AutoAttendant").path("Menu").size());
    JsonNode taken = get("/lines/{}", hotline, "Line");
    assertEquals(List.of(joe), texts(taken.path("AssignedUsers"), "UserId"));
    assertEquals(joe, taken.path("DefaultInboxUserId").asText());
    JsonNode shared = get("/lines/{}", frontDesk, "Line");
    assertEquals(List.of(joe), texts(shared.path("AssignedUsers"), "UserId"));
    assertFalse(shared.hasNonNull("DefaultInboxUserId"));
    assertEquals(0, get("/lines/{}", campaign, "Line").path("OutboundOnlyUsers").size());
    JsonNode left = preview();
    for (String list :
        List.of("PhoneNumbers", "Devices", "CallFlowEntries", "Lines", "OutboundOnlyLines")) {
      assertTrue(left.path(list).isEmpty(), () -> "something is left: " + left);
    }
    left.path("Telephony").forEach(each -> assertFalse(each.asBoolean(), left::toString));
  }

  @Test
  void lineOfWhichNobodyWouldBeLeftCanBeDissolved() {
    JsonNode removed =
        remove()
            .member("LineDecisions", List.of(Map.of("LineId", hotline, "Dissolve", true)))
            .answers(200)
            .path("VoiceServicesRemoval");
    for (JsonNode line : removed.path("Lines")) {
      assertEquals(
          line.path("LineId").asText().equals(hotline), line.path("Dissolved").asBoolean());
    }
    carillon.get("/lines/{}", hotline).refuses(404, "NotFoundException", hotline);
    assertEquals(PhoneNumberStatus.UNASSIGNED, office.get(numbers.get(3)).status());
  }

  @Test
  void decisionWithoutSenseIsRefusedAndNothingIsTaken() {
    JsonNode before = preview();
    decide(Map.of("LineId", hotline))
        .refuses(400, "BadRequestException", "SuccessorUserId", "Dissolve");
    decide(Map.of("LineId", hotline, "SuccessorUserId", "nobody"))
        .refuses(404, "NotFoundException", "nobody");
    decide(Map.of("LineId", hotline, "SuccessorUserId", jane))
        .refuses(400, "BadRequestException", "is the user who leaves");
    decide(Map.of("LineId", campaign, "SuccessorUserId", joe))
        .refuses(400, "BadRequestException", "is not assigned; leave the line out");
    decide(Map.of("LineId", frontDesk, "Dissolve", true))
        .refuses(400, "BadRequestException", "DeleteLine");
    decide(Map.of("SuccessorUserId", joe))
        .refuses(400, "BadRequestException", "LineDecisions[0].LineId is missing");
    carillon
        .get(USER + "/voice-services-removal", office.account, "nobody")
        .refuses(404, "NotFoundException", "nobody");
    assertEquals(before, preview());
  }

  private Question decide(Map<String, Object> decision) {
    return remove().member("LineDecisions", List.of(decision));
  }
}
