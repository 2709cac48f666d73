package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who held which number when, told after the fact. */
final class LedgerTest {

  private final SignedHttp carillon = new SignedHttp();
  private final Office office = new Office();
  private final String jane = office.user("jane");
  private final List<String> numbers = office.ordered("616", 2);
  private final String first = numbers.get(0);
  private final String second = numbers.get(1);

  /** Jane's first number becomes her additional one and is then taken from her. */
  @BeforeEach
  void live() {
    office.assign(jane, first);
    office.assign(jane, second);
    user("swap-primary-phone-number", second);
    user("disassociate-additional-phone-number", first);
  }

  private void user(String operation, String number) {
    carillon
        .post("/accounts/{}/users/{}?operation=" + operation, office.account, jane)
        .member("E164PhoneNumber", number)
        .answers(200);
  }

  private Question history(String number) {
    return carillon.get("/phone-numbers/{}/assignments", number);
  }

  private static List<String> roles(JsonNode page) {
    return page.path("Assignments")
        .valueStream()
        .map(each -> each.path("E164PhoneNumber").asText() + " " + each.path("Role").asText())
        .toList();
  }

  @Test
  void numberTellsItsHoldersNewestFirst() {
    JsonNode entries = history(first).answers(200).path("Assignments");
    assertEquals(2, entries.size(), entries.toString());
    JsonNode additional = entries.path(0);
    JsonNode primary = entries.path(1);
    assertEquals("Additional", additional.path("Role").asText());
    assertEquals("Primary", primary.path("Role").asText());
    assertEquals(jane, primary.path("Holder").path("HolderId").asText());
    assertEquals("User", primary.path("Holder").path("Type").asText());
    assertEquals(office.account, primary.path("Holder").path("AccountId").asText());
    assertEquals(primary.path("EndedTimestamp"), additional.path("RoleAssignedTimestamp"));
    assertEquals(primary.path("AssignedTimestamp"), additional.path("AssignedTimestamp"));
    assertEquals(
        "AssociatePhoneNumberWithUser", primary.path("BegunBy").path("Operation").asText());
    assertEquals("SwapPrimaryPhoneNumber", primary.path("EndedBy").path("Operation").asText());
    assertEquals(primary.path("EndedBy"), additional.path("BegunBy"));
    assertEquals(
        "DisassociateAdditionalPhoneNumberFromUser",
        additional.path("EndedBy").path("Operation").asText());
  }

  @Test
  void oneInstantHasOneHolder() {
    JsonNode primary = history(first).answers(200).path("Assignments").path(1);
    String from = primary.path("RoleAssignedTimestamp").asText();
    String to = primary.path("EndedTimestamp").asText();
    assertEquals(List.of(first + " Primary"), roles(history(first).with("at", from).answers(200)));
    assertEquals(List.of(first + " Additional"), roles(history(first).with("at", to).answers(200)));
    assertEquals(
        List.of(first + " Primary"), roles(history(first).with("held-before", to).answers(200)));
    assertEquals(
        List.of(first + " Additional"), roles(history(first).with("held-from", to).answers(200)));
    assertEquals(
        List.of(),
        roles(history(first).with("at", Instant.parse(from).minusSeconds(1)).answers(200)));
    JsonNode page = history(first).with("max-results", 1).answers(200);
    assertEquals(List.of(first + " Additional"), roles(page));
    String token = page.path("NextToken").asText();
    assertEquals(
        List.of(first + " Primary"),
        roles(history(first).with("max-results", 1).with("next-token", token).answers(200)));
    history(second)
        .with("max-results", 1)
        .with("next-token", token)
        .refuses(400, "BadRequestException", "NextToken");
  }

  @Test
  void holderTellsItsNumbersAlsoAfterItsEnd() {
    assertEquals(
        List.of(
                first + " Additional",
                second + " Primary",
                second + " Additional",
                first + " Primary")
            .stream()
            .sorted()
            .toList(),
        roles(carillon.get("/holders/{}/assignments", jane).answers(200)).stream()
            .sorted()
            .toList());
    String line =
        carillon
            .post("/lines")
            .member("E164PhoneNumber", first)
            .member("Name", "Short-lived")
            .member("AssignedUserIds", List.of(jane))
            .answers(201)
            .path("Line")
            .path("LineId")
            .asText();
    carillon.delete("/lines/{}", line).answers(200);
    JsonNode entry =
        carillon.get("/holders/{}/assignments", line).answers(200).path("Assignments").path(0);
    assertEquals("Line", entry.path("Role").asText());
    assertEquals("Short-lived", entry.path("Holder").path("Name").asText());
    assertEquals("CreateLine", entry.path("BegunBy").path("Operation").asText());
    assertEquals("DeleteLine", entry.path("EndedBy").path("Operation").asText());
    assertTrue(roles(history(first).answers(200)).contains(first + " Assigned"));
  }

  @Test
  void inventoryIsToldAsItWas() {
    JsonNode primary = history(first).answers(200).path("Assignments").path(1);
    Instant from = Instant.parse(primary.path("RoleAssignedTimestamp").asText());
    JsonNode then = asOf(from);
    assertEquals(jane, then.path("Holder").path("HolderId").asText());
    assertEquals("Primary", then.path("Role").asText());
    assertEquals(primary.path("AssignedTimestamp"), then.path("AssignedTimestamp"));
    Instant acquired = Instant.parse(then.path("AcquiredTimestamp").asText());
    assertFalse(asOf(acquired).hasNonNull("Holder"));
    assertTrue(asOf(acquired.minusMillis(1)).isMissingNode());
    assertFalse(asOf(Instant.now()).hasNonNull("Holder"));
    carillon
        .get("/phone-numbers-as-of")
        .with("at", "2099-01-01T00:00:00Z")
        .refuses(400, "BadRequestException", "At 2099-01-01T00:00:00Z is in the future");
  }

  /** The first number as of an instant; a missing node when it was not the organization's. */
  private JsonNode asOf(Instant at) {
    List<JsonNode> found =
        carillon.get("/phone-numbers-as-of").with("at", at).with("max-results", 50).pages().stream()
            .flatMap(page -> page.path("PhoneNumbers").valueStream())
            .filter(each -> each.path("E164PhoneNumber").asText().equals(first))
            .toList();
    assertTrue(found.size() < 2, found.toString());
    return found.isEmpty() ? MissingNode.getInstance() : found.getFirst();
  }

  @Test
  void questionWithoutSenseIsRefused() {
    String at = "2026-01-01T00:00:00Z";
    history(first)
        .with("at", at)
        .with("held-from", at)
        .refuses(400, "BadRequestException", "At cannot be combined with HeldFrom");
    history(first)
        .with("held-from", at)
        .with("held-before", at)
        .refuses(400, "BadRequestException", "HeldFrom must be before HeldBefore");
    history(first).with("at", "new year").refuses(400, "BadRequestException", "At must");
    history("+16165559999").refuses(404, "NotFoundException", "+16165559999");
    carillon.get("/holders/{}/assignments", "nobody").refuses(404, "NotFoundException", "nobody");
    carillon.get("/phone-numbers-as-of").refuses(400, "BadRequestException", "At is missing");
  }
}
