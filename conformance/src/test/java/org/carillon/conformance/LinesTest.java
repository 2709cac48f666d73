package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chime.model.BadRequestException;
import software.amazon.awssdk.services.chime.model.PhoneNumber;
import software.amazon.awssdk.services.chime.model.PhoneNumberAssociationName;
import software.amazon.awssdk.services.chime.model.PhoneNumberStatus;

/** Numbers that several people share, as their administrators see them and as AWS's SDK does. */
final class LinesTest {

  private final SignedHttp carillon = new SignedHttp();
  private final Office office = new Office();
  private final Office branch = new Office();
  private final String jane = office.user("jane");
  private final String joe = branch.user("joe");
  private final String olga = office.user("olga");
  private final String number = office.ordered("303", 1).getFirst();

  private Question create(String name, List<String> assigned) {
    return carillon
        .post("/lines")
        .member("E164PhoneNumber", number)
        .member("Name", name)
        .member("AssignedUserIds", assigned);
  }

  private JsonNode frontDesk() {
    return create("Front desk", List.of(jane, joe))
        .member("OutboundOnlyUserIds", List.of(olga))
        .member("DefaultInboxUserId", joe)
        .answers(201)
        .path("Line");
  }

  private Question update(JsonNode line, int revision) {
    return carillon
        .put("/lines/{}", line.path("LineId").asText())
        .member("Revision", revision)
        .member("Name", "Front desk")
        .member("AssignedUserIds", List.of(jane, joe));
  }

  private static List<String> users(JsonNode places) {
    return places.valueStream().map(each -> each.path("UserId").asText()).toList();
  }

  private List<String> associated(PhoneNumberAssociationName name) {
    return office.get(number).associations().stream()
        .filter(each -> each.name() == name)
        .map(each -> each.value())
        .toList();
  }

  @Test
  void lineNamesItsUsersAndSoDoTheAssociationsOfItsNumber() {
    JsonNode line = frontDesk();
    assertEquals(1, line.path("Revision").asInt());
    assertEquals(number, line.path("E164PhoneNumber").asText());
    assertEquals(List.of(jane, joe), users(line.path("AssignedUsers")));
    assertEquals(List.of(olga), users(line.path("OutboundOnlyUsers")));
    assertEquals(branch.account, line.path("AssignedUsers").path(1).path("AccountId").asText());
    assertEquals("All", line.path("RecordVisibility").asText());
    assertEquals(20, line.path("RingSeconds").asInt());
    assertEquals(
        line, carillon.get("/lines/{}", line.path("LineId").asText()).answers(200).path("Line"));

    PhoneNumber shared = office.get(number);
    assertEquals(PhoneNumberStatus.ASSIGNED, shared.status());
    assertEquals(List.of(jane, joe), associated(PhoneNumberAssociationName.USER_ID));
    assertEquals(
        List.of(number),
        office
            .chime
            .listPhoneNumbers(
                r -> r.filterName(PhoneNumberAssociationName.USER_ID).filterValue(joe))
            .phoneNumbers()
            .stream()
            .map(PhoneNumber::e164PhoneNumber)
            .toList());
    BadRequestException refused =
        assertThrows(BadRequestException.class, () -> office.assign(olga, number));
    String told = String.valueOf(refused.getMessage());
    assertTrue(told.matches("(?s).*line Front desk \\(.*\\) since .*"), told);
  }

  @Test
  void assignedAndOutboundOnlyUsersHaveTheNumberInTheirOwnLists() {
    frontDesk();
    assertEquals("Assigned Front desk", held(branch.account, joe));
    assertEquals("OutboundOnly Front desk", held(office.account, olga));
    assertEquals(
        number,
        carillon
            .put("/accounts/{}/users/{}/caller-id", office.account, olga)
            .member("E164PhoneNumber", number)
            .answers(200)
            .path("UserTelephony")
            .path("CallerId")
            .path("E164PhoneNumber")
            .asText());
  }

  private String held(String account, String user) {
    JsonNode first =
        carillon
            .get("/accounts/{}/users/{}/phone-numbers", account, user)
            .answers(200)
            .path("PhoneNumbers")
            .path(0);
    return first.path("Role").asText() + " " + first.path("LineName").asText();
  }

  /** GetLine answers users where UpdateLine takes their ids, so its answer cannot be sent back. */
  @Test
  void updateThatNamesUsersAsGetLineDoesIsRefusedAndChangesNothing() {
    JsonNode line = frontDesk();
    update(line, 1)
        .member("OutboundOnlyUsers", line.path("OutboundOnlyUsers"))
        .refuses(
            400,
            "BadRequestException",
            "OutboundOnlyUsers is not a member of UpdateLine; did you mean OutboundOnlyUserIds?");
    carillon
        .put("/lines/{}", line.path("LineId").asText())
        .members(line)
        .refuses(400, "BadRequestException", "AssignedUsers is not a member of UpdateLine");
    assertEquals(
        line, carillon.get("/lines/{}", line.path("LineId").asText()).answers(200).path("Line"));
  }

  @Test
  void secondOfTwoAdministratorsIsToldWhatTheFirstHasChanged() {
    JsonNode line = frontDesk();
    JsonNode changed =
        update(line, 1)
            .member("AssignedUserIds", List.of(joe, olga))
            .member("RingSeconds", 30)
            .answers(200)
            .path("Line");
    assertEquals(2, changed.path("Revision").asInt());
    assertEquals(List.of(joe, olga), users(changed.path("AssignedUsers")));
    assertEquals(List.of(), users(changed.path("OutboundOnlyUsers")));
    assertFalse(changed.hasNonNull("DefaultInboxUserId"), "what is left out is gone");
    assertEquals(
        line.path("AssignedUsers").path(1), changed.path("AssignedUsers").path(0), "joe stayed");
    update(line, 1)
        .member("Name", "Reception")
        .refuses(
            409,
            "ConflictException",
            "line Front desk (" + number + ") was changed since revision 1: revision 2 by ",
            "AssignedUserIds (added " + olga + ", removed " + jane + ")",
            "OutboundOnlyUserIds (removed " + olga + ")",
            "DefaultInboxUserId, RingSeconds; read it again");
    assertEquals(
        changed, carillon.get("/lines/{}", line.path("LineId").asText()).answers(200).path("Line"));
    update(line, 7)
        .refuses(409, "ConflictException", "has no revision 7 yet, since its revision is 2");
    update(line, 2).member("Name", "Reception").answers(200);
    assertEquals(List.of(joe, jane), associated(PhoneNumberAssociationName.USER_ID));
  }

  @Test
  void usersAreAddedToALineAndTakenOffOneByOne() {
    String line = frontDesk().path("LineId").asText();
    JsonNode assigned = user(line, "associate", olga).member("Role", "Assigned").answers(200);
    assertEquals(List.of(jane, joe, olga), users(assigned.path("Line").path("AssignedUsers")));
    assertEquals(List.of(olga), ids(assigned.path("SignInRequiredUserIds")));
    JsonNode again = user(line, "associate", olga).member("Role", "Assigned").answers(200);
    assertEquals(2, again.path("Line").path("Revision").asInt(), "nothing changed");
    JsonNode left = user(line, "disassociate", joe).answers(200);
    assertEquals(List.of(jane, olga), users(left.path("Line").path("AssignedUsers")));
    assertFalse(left.path("Line").hasNonNull("DefaultInboxUserId"), "it was joe's");
    user(line, "disassociate", joe).refuses(409, "ConflictException", joe, "has no place");
  }

  private Question user(String line, String operation, String user) {
    return carillon.post("/lines/{}?operation=" + operation + "-user", line).member("UserId", user);
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  @Test
  void numberIsTakenFromItsHolderWhicheverThatIs() {
    String line = frontDesk().path("LineId").asText();
    disassociation().refuses(409, "ConflictException", line, "set DeleteLineOrSipRule");
    JsonNode freed = disassociation().member("DeleteLineOrSipRule", true).answers(200);
    assertEquals("Line", freed.path("Assignment").path("Holder").path("Type").asText());
    assertEquals(3, freed.path("SignInRequiredUserIds").size());
    assertEquals(PhoneNumberStatus.UNASSIGNED, office.get(number).status());
    disassociation().refuses(409, "ConflictException", number + " has been Unassigned since ");
  }

  private Question disassociation() {
    return carillon.post("/phone-numbers/{}?operation=disassociate", number);
  }

  @Test
  void dissolvedLineGivesItsNumberBack() {
    String line = frontDesk().path("LineId").asText();
    carillon
        .delete("/lines/{}", line)
        .with("revision", 2)
        .refuses(409, "ConflictException", "line Front desk", "revision");
    JsonNode told = carillon.delete("/lines/{}", line).with("revision", 1).answers(200);
    assertEquals(
        Set.of(jane, joe, olga),
        told.path("SignInRequiredUserIds")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.toSet()));
    assertEquals(PhoneNumberStatus.UNASSIGNED, office.get(number).status());
    carillon.get("/lines/{}", line).refuses(404, "NotFoundException", line);
    carillon.delete("/lines/{}", line).refuses(404, "NotFoundException", line);
    assertEquals(" ", held(office.account, olga));
  }

  @Test
  void lineWithoutSenseIsRefused() {
    create("Nobody", List.of()).refuses(400, "BadRequestException", "AssignedUserIds must");
    create("", List.of(jane)).refuses(400, "BadRequestException", "Name must");
    create("Both", List.of(jane))
        .member("OutboundOnlyUserIds", List.of(jane))
        .refuses(400, "BadRequestException", "AssignedUserIds and OutboundOnlyUserIds both list");
    create("Twice", List.of(jane, jane))
        .refuses(400, "BadRequestException", "AssignedUserIds", "twice");
    create("Inbox", List.of(jane))
        .member("DefaultInboxUserId", joe)
        .refuses(400, "BadRequestException", "DefaultInboxUserId");
    create("Stranger", List.of("nobody")).refuses(404, "NotFoundException", "nobody");
    create("Flow", List.of(jane))
        .member("CallFlow", Map.of("Type", "Voicemail", "Value", jane))
        .refuses(400, "BadRequestException", "HuntGroup or an AutoAttendant");
    create("Dangling", List.of(jane))
        .member("CallFlow", Map.of("Type", "HuntGroup", "Value", "gone"))
        .refuses(404, "NotFoundException", "hunt group gone");
    create("Ring", List.of(jane))
        .member("RingSeconds", 3)
        .refuses(400, "BadRequestException", "RingSeconds must");
    assertEquals(PhoneNumberStatus.UNASSIGNED, office.get(number).status());
    office.assign(jane, number);
    create("Taken", List.of(joe)).refuses(409, "ConflictException", number, "jane-", "since");
  }

  @Test
  void linesAreListedInPages() {
    List<String> numbers = office.ordered("303", 3);
    for (String each : numbers) {
      create(each, List.of(jane)).member("E164PhoneNumber", each).answers(201);
    }
    List<String> seen = new ArrayList<>();
    for (JsonNode page : carillon.get("/lines").with("max-results", 2).pages()) {
      page.path("Lines").forEach(each -> seen.add(each.path("Name").asText()));
    }
    seen.retainAll(numbers);
    assertEquals(numbers, seen);
    carillon
        .get("/lines")
        .with("max-results", 100)
        .refuses(400, "BadRequestException", "MaxResults must be from 1 to 99");
  }
}
