package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.Test;

/** Hunt groups, auto attendants, and what a call to a number would do. */
final class CallFlowsTest {

  private static final String MONDAY_AT_TEN = "2026-03-02T15:00:00Z";

  private final SignedHttp carillon = new SignedHttp();
  private final Office office = new Office();
  private final String jane = office.user("jane");
  private final String joe = office.user("joe");

  private static Map<String, String> to(String type, String value) {
    return Map.of("Type", type, "Value", value);
  }

  private Question group(String name, String... members) {
    return carillon
        .post("/hunt-groups")
        .member("Name", name)
        .member("Strategy", "Sequential")
        .member("MemberUserIds", List.of(members));
  }

  private static String id(JsonNode created) {
    return created.path("HuntGroup").path("HuntGroupId").asText()
        + created.path("AutoAttendant").path("AutoAttendantId").asText();
  }

  private Question attendant(String name) {
    return carillon
        .post("/auto-attendants")
        .member("Name", name)
        .member("Greeting", Map.of("Text", "Hello"))
        .member("Menu", List.of());
  }

  /** Open on Mondays from nine to five in New York; one leads to the hunt group. */
  private Question frontDesk(String group) {
    return attendant("Front desk")
        .member("Menu", List.of(Map.of("Key", "1", "Target", to("HuntGroup", group))))
        .member(
            "Schedule",
            Map.of(
                "TimeZone",
                "America/New_York",
                "OpenHours",
                List.of(Map.of("Day", "Monday", "From", "09:00", "To", "17:00")),
                "Holidays",
                List.of(Map.of("Date", "2026-12-25", "Name", "Christmas"))));
  }

  private Question replace(JsonNode flow, String kind, int revision) {
    return carillon
        .put(kind, flow.path(kind.startsWith("/h") ? "HuntGroupId" : "AutoAttendantId").asText())
        .member("Revision", revision)
        .member("Name", flow.path("Name"))
        .member("Strategy", flow.get("Strategy"))
        .member("MemberUserIds", flow.get("MemberUserIds"))
        .member("Greeting", flow.get("Greeting"))
        .member("Menu", flow.get("Menu"));
  }

  private Question resolve(String called) {
    return carillon
        .get("/call-resolutions")
        .with("called-phone-number", called)
        .with("caller-phone-number", "+442079460000")
        .with("at", MONDAY_AT_TEN);
  }

  private static List<String> steps(JsonNode resolved) {
    return resolved
        .path("Steps")
        .valueStream()
        .map(each -> each.path("Action").asText() + ": " + each.path("Reason").asText())
        .toList();
  }

  private String line(String name, Map<String, String> flow) {
    String number = office.ordered("305", 1).getFirst();
    carillon
        .post("/lines")
        .member("E164PhoneNumber", number)
        .member("Name", name)
        .member("AssignedUserIds", List.of(joe))
        .member("CallFlow", flow)
        .answers(201);
    return number;
  }

  @Test
  void huntGroupKeepsItsMembersInOrderAndGrowsARevisionWithEachChange() {
    JsonNode created =
        group("Sales", joe, jane)
            .member("NoAnswer", to("Voicemail", joe))
            .answers(201)
            .path("HuntGroup");
    assertEquals(1, created.path("Revision").asInt());
    assertEquals(20, created.path("RingSeconds").asInt());
    String id = created.path("HuntGroupId").asText();
    assertEquals(created, carillon.get("/hunt-groups/{}", id).answers(200).path("HuntGroup"));

    JsonNode changed =
        replace(created, "/hunt-groups/{}", 1)
            .member("MemberUserIds", List.of(jane, joe))
            .member("RingSeconds", 30)
            .answers(200)
            .path("HuntGroup");
    assertEquals(2, changed.path("Revision").asInt());
    assertEquals(jane, changed.path("MemberUserIds").path(0).asText());
    assertFalse(changed.hasNonNull("NoAnswer"), "what is left out is gone");
    replace(created, "/hunt-groups/{}", 1)
        .refuses(
            409,
            "ConflictException",
            "hunt group Sales was changed since revision 1",
            "MemberUserIds",
            "RingSeconds",
            "read it again");
    carillon.delete("/hunt-groups/{}", id).answers(204);
    carillon.get("/hunt-groups/{}", id).refuses(404, "NotFoundException", id);
  }

  @Test
  void autoAttendantKeepsItsMenuAndItsSchedule() {
    String sales = id(group("Sales", jane).answers(201));
    Question question =
        frontDesk(sales)
            .member("Closed", Map.of("Greeting", Map.of("Text", "We are closed")))
            .member("Timeout", Map.of("Seconds", 5, "Target", to("User", joe)));
    JsonNode created = question.answers(201).path("AutoAttendant");
    String id = created.path("AutoAttendantId").asText();
    assertEquals(
        created, carillon.get("/auto-attendants/{}", id).answers(200).path("AutoAttendant"));
    carillon
        .delete("/hunt-groups/{}", sales)
        .refuses(409, "ConflictException", "auto attendant Front desk", "key 1");

    JsonNode changed =
        replace(created, "/auto-attendants/{}", 1)
            .member("Menu", List.of())
            .answers(200)
            .path("AutoAttendant");
    assertEquals(2, changed.path("Revision").asInt());
    assertFalse(changed.hasNonNull("Schedule"), "what is left out is gone");
    replace(created, "/auto-attendants/{}", 1)
        .refuses(
            409, "ConflictException", "auto attendant Front desk was changed since revision 1");
    carillon.delete("/hunt-groups/{}", sales).answers(204);
    carillon.delete("/auto-attendants/{}", id).answers(204);
    carillon.delete("/auto-attendants/{}", id).refuses(404, "NotFoundException", id);
  }

  @Test
  void whatLeadsNowhereOrForEverIsRefused() {
    group("Sales", "nobody").refuses(404, "NotFoundException", "user nobody", "member 1");
    group("Sales", jane, jane)
        .refuses(400, "BadRequestException", "MemberUserIds lists user", "twice");
    group("Sales", jane)
        .member("NoAnswer", to("AutoAttendant", "gone"))
        .refuses(404, "NotFoundException", "auto attendant gone");
    group("Sales", jane)
        .member("NoAnswer", to("Fax", "1"))
        .refuses(400, "BadRequestException", "NoAnswer.Type must");
    JsonNode first = group("First", jane).answers(201).path("HuntGroup");
    String second =
        id(
            group("Second", joe)
                .member("NoAnswer", to("HuntGroup", first.path("HuntGroupId").asText()))
                .answers(201));
    replace(first, "/hunt-groups/{}", 1)
        .member("NoAnswer", to("HuntGroup", second))
        .refuses(400, "BadRequestException", "would go round in a loop", "First", "Second");
    String last = second;
    for (int i = 0; i < 9; i++) {
      last = id(group("Further", joe).member("NoAnswer", to("HuntGroup", last)).answers(201));
    }
    group("Too far", joe)
        .member("NoAnswer", to("HuntGroup", last))
        .refuses(400, "BadRequestException", "more than 10 flows");
  }

  @Test
  void attendantWithoutSenseIsRefused() {
    Map<String, Object> entry = Map.of("Key", "1", "Target", to("User", jane));
    attendant("Twice")
        .member("Menu", List.of(entry, entry))
        .refuses(400, "BadRequestException", "Menu has two entries for key 1");
    attendant("Letter")
        .member("Menu", List.of(Map.of("Key", "A", "Target", to("User", jane))))
        .refuses(400, "BadRequestException", "Menu[0].Key must");
    attendant("Silent")
        .member("Greeting", Map.of())
        .refuses(400, "BadRequestException", "Text", "AudioUrl");
    attendant("Nowhere")
        .member("Schedule", Map.of("TimeZone", "Mars/Olympus", "OpenHours", List.of()))
        .refuses(400, "BadRequestException", "Mars/Olympus", "time zone");
    attendant("Backwards")
        .member(
            "Schedule",
            Map.of(
                "TimeZone",
                "Europe/Paris",
                "OpenHours",
                List.of(Map.of("Day", "Monday", "From", "17:00", "To", "09:00"))))
        .refuses(400, "BadRequestException", "Monday", "ends before it begins");
    attendant("Slow")
        .member("Timeout", Map.of("Seconds", 61))
        .refuses(400, "BadRequestException", "Timeout.Seconds must");
  }

  @Test
  void callIsToldStepByStepWithItsReasons() {
    office.permit(jane, true);
    String sales =
        id(group("Sales", joe, jane).member("NoAnswer", to("Voicemail", joe)).answers(201));
    String front = id(frontDesk(sales).answers(201));
    String number = line("Main", to("AutoAttendant", front));
    JsonNode resolved = resolve(number).with("digits", "1").answers(200);
    assertEquals(Instant.parse(MONDAY_AT_TEN), Instant.parse(resolved.path("At").asText()));
    List<String> steps = steps(resolved);
    assertEquals(9, steps.size(), steps.toString());
    assertTrue(steps.get(0).startsWith("Enter: " + number + " is assigned to line Main"));
    assertTrue(steps.get(1).contains("it is open from 09:00 to 17:00 (Monday 2026-03-02 10:00"));
    assertEquals("PlayGreeting: auto attendant Front desk: the greeting", steps.get(2));
    assertTrue(steps.get(3).startsWith("Menu: auto attendant Front desk waits 10 s"));
    assertEquals("Key: auto attendant Front desk: the caller presses 1", steps.get(4));
    assertTrue(steps.get(5).startsWith("Enter: hunt group Sales has 2 members"));
    assertTrue(
        steps.get(6).matches("Skip: .*member 1 of 2, joe-.* has inbound calling off: skipped"),
        steps.get(6));
    assertTrue(steps.get(7).matches("Ring: .*member 2 of 2, jane-.* rings"), steps.get(7));
    assertTrue(steps.get(8).startsWith("Voicemail: voicemail of joe-"), steps.get(8));
    assertEquals(jane, resolved.path("Steps").path(7).path("Target").path("Value").asText());

    JsonNode atNight =
        carillon
            .get("/call-resolutions")
            .with("called-phone-number", number)
            .with("at", "2026-03-02T23:00:00Z")
            .answers(200);
    assertEquals(
        "HangUp: auto attendant Front desk: closed, and it has no further target",
        steps(atNight).getLast());
  }

  @Test
  void loopThroughALineOfOnesOwnIsFound() {
    JsonNode sales = group("Sales", jane).answers(201).path("HuntGroup");
    String number = line("Main", to("HuntGroup", sales.path("HuntGroupId").asText()));
    replace(sales, "/hunt-groups/{}", 1)
        .member("NoAnswer", to("PhoneNumber", number))
        .refuses(400, "BadRequestException", "in a loop", "line Main", "hunt group Sales");
    carillon
        .delete("/hunt-groups/{}", sales.path("HuntGroupId").asText())
        .refuses(409, "ConflictException", "line Main");
  }

  @Test
  void callToANumberThatLeadsNowhereSaysWhy() {
    assertEquals(
        List.of("HangUp: +442079460000 is not a number of this organization"),
        steps(resolve("+442079460000").answers(200)));
    String number = office.ordered("305", 1).getFirst();
    assertEquals(
        List.of("HangUp: " + number + " is assigned to nobody"),
        steps(resolve(number).answers(200)));
    carillon
        .get("/call-resolutions")
        .refuses(400, "BadRequestException", "CalledPhoneNumber is missing");
    resolve("Sales").refuses(400, "BadRequestException", "CalledPhoneNumber Sales is no");
    resolve(number).with("digits", "12A").refuses(400, "BadRequestException", "Digits must");
    carillon
        .get("/call-resolutions")
        .with("called-phone-number", number)
        .with("at", "noon")
        .refuses(400, "BadRequestException", "At must");
  }

  @Test
  void flowsAreListedInPagesWithoutTheirMembers() {
    for (int i = 0; i < 3; i++) {
      group("Listed", jane, joe).answers(201);
      attendant("Listed").answers(201);
    }
    for (String path : List.of("/hunt-groups", "/auto-attendants")) {
      JsonNode first = carillon.get(path).with("max-results", 2).answers(200);
      String member = path.equals("/hunt-groups") ? "HuntGroups" : "AutoAttendants";
      assertEquals(2, first.path(member).size());
      assertFalse(first.path(member).path(0).has("MemberUserIds"));
      JsonNode second =
          carillon
              .get(path)
              .with("max-results", 2)
              .with("next-token", first.path("NextToken").asText())
              .answers(200);
      assertFalse(first.path(member).equals(second.path(member)));
      carillon
          .get(path.equals("/hunt-groups") ? "/auto-attendants" : "/hunt-groups")
          .with("next-token", first.path("NextToken").asText())
          .refuses(400, "BadRequestException", "NextToken");
    }
  }
}
