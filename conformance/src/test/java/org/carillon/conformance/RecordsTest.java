package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.conformance.SignedHttp.Answer;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls, voicemails and messages of a line: how they are reported, and who sees them and why. */
final class RecordsTest {

  private static final String USER = "/accounts/{}/users/{}";
  private static final String CALLER = "+442079460000";

  private final SignedHttp carillon = new SignedHttp();
  private final Office office = new Office();
  private final String ann = office.user("ann");
  private final String bob = office.user("bob");
  private final String olga = office.user("olga");
  private final String flo = office.user("flo");
  private final String number = office.ordered("602", 1).getFirst();
  private String line = "";
  private Instant at = Instant.EPOCH;

  @BeforeEach
  void found() {
    JsonNode created =
        carillon
            .post("/lines")
            .member("E164PhoneNumber", number)
            .member("Name", "Sales")
            .member("AssignedUserIds", List.of(ann, bob))
            .member("OutboundOnlyUserIds", List.of(olga))
            .answers(201)
            .path("Line");
    line = created.path("LineId").asText();
    at = Instant.parse(created.path("CreatedTimestamp").asText()).plusMillis(1);
  }

  /** A report of what an engine calls {@code kind direction outcome}. */
  private Question report(String record, int sequence, String what, String... users) {
    String[] words = what.split(" ", 3);
    return carillon
        .put("/records/{}", record)
        .member(
            "Report",
            Map.of(
                "Sequence",
                sequence,
                "Type",
                words[0],
                "Direction",
                words[1],
                "Outcome",
                words[2],
                "E164PhoneNumber",
                number,
                "OtherParty",
                CALLER,
                "StartedTimestamp",
                at.toString(),
                "Users",
                Arrays.stream(users).map(user -> Map.of("UserId", user)).toList()));
  }

  private String reported(String what, String... users) {
    String record = Office.unique("call");
    report(record, 1, what, users).answers(200);
    return record;
  }

  private JsonNode explained(String user, String record) {
    return carillon
        .get(USER + "/records/{}/visibility", office.account, user, record)
        .answers(200)
        .path("RecordVisibility");
  }

  private List<String> visible(String user) {
    return ids(
        carillon
            .get(USER + "/records", office.account, user)
            .with("phone-number", number)
            .answers(200));
  }

  private static List<String> ids(JsonNode page) {
    return page.path("Records").valueStream().map(each -> each.path("RecordId").asText()).toList();
  }

  private Question list() {
    return carillon.get("/records").with("phone-number", number);
  }

  @Test
  void reportsComeTwiceAndInAnyOrderAndTheLatestStands() {
    String record = Office.unique("call/1;tag=a b+c@host");
    JsonNode answered = report(record, 5, "Call Inbound Answered", bob).answers(200).path("Record");
    assertEquals(record, answered.path("RecordId").asText());
    assertEquals(line, answered.path("LineId").asText());
    assertEquals("Assigned", answered.path("Users").path(0).path("Involvement").asText());
    assertEquals(at, Instant.parse(answered.path("StartedTimestamp").asText()));
    assertEquals(
        answered, report(record, 5, "Call Inbound Answered", bob).answers(200).path("Record"));
    assertEquals(answered, report(record, 3, "Call Inbound Missed").answers(200).path("Record"));
    assertEquals(answered, carillon.get("/records/{}", record).answers(200).path("Record"));
    JsonNode missed = report(record, 9, "Call Inbound Missed").answers(200).path("Record");
    assertEquals("Missed", missed.path("Outcome").asText());
    assertEquals(List.of(record), ids(list().answers(200)));
  }

  @Test
  void assignedUsersSeeWhatTheReferenceSaysAndAreToldWhy() {
    Map<String, String> rules =
        Map.of(
            reported("Call Inbound Answered", bob), "OthersAssigned",
            reported("Message Outbound Sent", bob), "OthersAssigned",
            reported("Call Inbound Missed"), "MissedCall",
            reported("Voicemail Inbound Voicemail"), "DefaultInbox",
            reported("Call Inbound Answered", ann), "Own",
            reported("Call Inbound Answered", flo), "CallFlowUser",
            reported("Call Inbound Answered", bob, flo), "CallFlowUser",
            reported("Call Outbound Answered", olga), "OutboundOnlyUser",
            reported("Call Inbound Answered"), "NoAssignedUser");
    List<String> hidden = List.of("CallFlowUser", "OutboundOnlyUser", "NoAssignedUser");
    List<String> listed = visible(ann);
    rules.forEach((record, rule) -> {
      JsonNode told = explained(ann, record);
      assertEquals(rule, told.path("Rule").asText(), told.toString());
      assertEquals(!hidden.contains(rule), told.path("Visible").asBoolean(), told.toString());
      assertEquals(told.path("Visible").asBoolean(), listed.contains(record), told.toString());
      assertTrue(told.path("Explanation").asText().length() > 20, told.toString());
    });
    assertEquals(rules.keySet(), Set.copyOf(ids(list().answers(200))));
  }

  @Test
  void outboundOnlyAndCallFlowUsersSeeTheirOwnOnly() {
    String hers = reported("Call Outbound Answered", olga);
    String flos = reported("Call Inbound Answered", flo);
    String missed = reported("Call Inbound Missed");
    assertEquals(List.of(hers), visible(olga));
    assertEquals(List.of(flos), visible(flo));
    JsonNode told = explained(olga, missed);
    assertEquals("NotAssigned", told.path("Rule").asText());
    assertTrue(told.path("Explanation").asText().contains("not assigned"), told.toString());
    assertEquals(olga, explained(bob, hers).path("DecidingUserId").asText());
    assertEquals(flo, explained(bob, flos).path("DecidingUserId").asText());
  }

  @Test
  void whoIsTakenOffTheLineKeepsTheirOwnAndWhoComesSeesWhatWasBefore() {
    String bobs = reported("Call Inbound Answered", bob);
    String missed = reported("Call Inbound Missed");
    carillon
        .put("/lines/{}", line)
        .member("Revision", 1)
        .member("Name", "Sales")
        .member("AssignedUserIds", List.of(ann, flo))
        .answers(200);
    assertEquals(List.of(bobs), visible(bob));
    assertTrue(visible(flo).containsAll(List.of(bobs, missed)));
    carillon
        .put("/lines/{}", line)
        .member("Revision", 2)
        .member("Name", "Sales")
        .member("AssignedUserIds", List.of(ann, flo))
        .member("RecordVisibility", "FromAssignmentOn")
        .answers(200);
    assertEquals(List.of(), visible(flo));
    assertEquals("BeforeAssignment", explained(flo, missed).path("Rule").asText());
    assertEquals("MissedCall", explained(ann, missed).path("Rule").asText());
  }

  @Test
  void listsAreNarrowedDownAndReadInPages() {
    String answered = reported("Call Inbound Answered", bob);
    String missed = reported("Call Inbound Missed");
    String sent = reported("Message Outbound Sent", bob);
    assertEquals(List.of(missed), ids(list().with("outcome", "Missed").answers(200)));
    assertEquals(List.of(sent), ids(list().with("type", "Message").answers(200)));
    assertEquals(List.of(sent), ids(list().with("direction", "Outbound").answers(200)));
    assertEquals(2, ids(list().with("involved-user-id", bob).answers(200)).size());
    assertEquals(List.of(), ids(list().with("started-before", at).answers(200)));
    assertEquals(3, ids(list().with("started-from", at).answers(200)).size());
    JsonNode first = list().with("max-results", 2).answers(200);
    String token = first.path("NextToken").asText();
    JsonNode last = list().with("max-results", 2).with("next-token", token).answers(200);
    assertEquals(
        Set.of(answered, missed, sent),
        Stream.of(first, last).flatMap(page -> ids(page).stream()).collect(Collectors.toSet()));
    carillon
        .get("/records")
        .with("next-token", token)
        .refuses(400, "BadRequestException", "NextToken");
    carillon
        .get(USER + "/records", office.account, ann)
        .with("phone-number", number)
        .with("next-token", token)
        .refuses(400, "BadRequestException", "NextToken");
    list().with("type", "Fax").refuses(400, "BadRequestException", "Type must");
  }

  @Test
  void exportIsOneFileInPagesAndNoFormula() {
    // A whole second, at which the number was in the organization.
    Instant started = at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    for (String party : List.of("=1+1", "@SUM(A1)", "plain, with \"quotes\"", CALLER)) {
      Map<String, Object> report =
          Map.of(
              "Sequence",
              1,
              "Type",
              "Call",
              "Direction",
              "Inbound",
              "Outcome",
              "Missed",
              "E164PhoneNumber",
              number,
              "OtherParty",
              party,
              "StartedTimestamp",
              started.toString());
      carillon.put("/records/{}", Office.unique("csv")).member("Report", report).answers(200);
    }
    StringBuilder file = new StringBuilder();
    Optional<String> next = Optional.empty();
    do {
      Question question = export().with("max-results", 3);
      next.ifPresent(token -> question.with("next-token", token));
      Answer page = question.send();
      assertEquals("text/csv; charset=utf-8", page.type());
      assertEquals(
          "attachment; filename=\"records.csv\"",
          page.headers().firstValue("Content-Disposition").orElse(""));
      file.append(page.text());
      next = page.headers().firstValue("Next-Token");
    } while (next.isPresent());
    List<String> lines = Arrays.asList(file.toString().split("\r\n", -1));
    assertEquals(6, lines.size(), file.toString());
    assertEquals("", lines.getLast(), "the last line ends as all others");
    assertTrue(lines.getFirst().startsWith("RecordId,"), lines.getFirst());
    assertTrue(file.indexOf(",'=1+1,") > 0, file.toString());
    assertTrue(file.indexOf(",'@SUM(A1),") > 0, file.toString());
    assertTrue(file.indexOf(",\"plain, with \"\"quotes\"\"\",") > 0, file.toString());
    assertTrue(file.indexOf("," + CALLER + ",") > 0, file.toString());
    assertTrue(file.indexOf("," + number + ",") > 0, file.toString());
    String began = started.toString().replace("Z", ".000Z");
    assertTrue(file.indexOf("," + began + ",") > 0, file.toString());
    export().with("max-results", 1001).refuses(400, "BadRequestException", "MaxResults must");
  }

  private Question export() {
    return carillon.get("/records?operation=export").with("phone-number", number);
  }

  @Test
  void batchTakesWhatItCanAndNamesTheRest() {
    String good = Office.unique("batch");
    Map<String, Object> report =
        Map.of(
            "Sequence",
            1,
            "Type",
            "Message",
            "Direction",
            "Inbound",
            "Outcome",
            "Received",
            "E164PhoneNumber",
            number,
            "StartedTimestamp",
            at.toString());
    Map<String, Object> stranger = new HashMap<>(report);
    stranger.put("E164PhoneNumber", "+16025559999");
    JsonNode errors =
        carillon
            .post("/records?operation=batch-put")
            .member(
                "RecordItems",
                List.of(
                    Map.of("RecordId", good, "Report", report),
                    Map.of("RecordId", "bad", "Report", stranger)))
            .answers(200)
            .path("RecordErrors");
    assertEquals(1, errors.size(), errors.toString());
    assertEquals("bad", errors.path(0).path("RecordId").asText());
    assertEquals("NotFound", errors.path(0).path("ErrorCode").asText());
    assertTrue(errors.path(0).path("ErrorMessage").asText().contains("+16025559999"));
    assertEquals(List.of(good), ids(list().answers(200)));
    carillon
        .post("/records?operation=batch-put")
        .member("RecordItems", List.of())
        .refuses(400, "BadRequestException", "RecordItems must");
  }

  @Test
  void answeredCallMovesTheTurnOfItsHuntGroupOn() {
    String group =
        carillon
            .post("/hunt-groups")
            .member("Name", "In turn")
            .member("Strategy", "RoundRobin")
            .member("MemberUserIds", List.of(ann, bob))
            .answers(201)
            .path("HuntGroup")
            .path("HuntGroupId")
            .asText();
    carillon
        .put("/lines/{}", line)
        .member("Revision", 1)
        .member("Name", "Sales")
        .member("AssignedUserIds", List.of(ann, bob))
        .member("CallFlow", Map.of("Type", "HuntGroup", "Value", group))
        .answers(200);
    office.permit(ann, true);
    office.permit(bob, true);
    assertEquals(ann, firstRung());
    Map<String, Object> report =
        Map.of(
            "Sequence",
            1,
            "Type",
            "Call",
            "Direction",
            "Inbound",
            "Outcome",
            "Answered",
            "E164PhoneNumber",
            number,
            "StartedTimestamp",
            at.toString(),
            "Users",
            List.of(Map.of("UserId", ann, "HuntGroupId", group)));
    carillon.put("/records/{}", Office.unique("turn")).member("Report", report).answers(200);
    assertEquals(bob, firstRung());
  }

  private String firstRung() {
    return carillon
        .get("/call-resolutions")
        .with("called-phone-number", number)
        .answers(200)
        .path("Steps")
        .valueStream()
        .filter(step -> step.path("Action").asText().equals("Ring"))
        .map(step -> step.path("Target").path("Value").asText())
        .findFirst()
        .orElse("nobody");
  }

  @Test
  void reportWithoutSenseIsRefused() {
    report("odd", 1, "Call Inbound Sent").refuses(400, "BadRequestException", "Sent");
    report("odd", 1, "Call Sideways Missed")
        .refuses(400, "BadRequestException", "Report.Direction must");
    report("odd", -1, "Call Inbound Missed")
        .refuses(400, "BadRequestException", "Report.Sequence must");
    report("odd", 1, "Call Inbound Answered", "nobody").refuses(404, "NotFoundException", "nobody");
    report("x".repeat(257), 1, "Call Inbound Missed")
        .refuses(400, "BadRequestException", "RecordId must", "256");
    at = Instant.now().plus(Duration.ofHours(1));
    report("odd", 1, "Call Inbound Missed")
        .refuses(400, "BadRequestException", "StartedTimestamp", "five minutes");
    at = Instant.parse("2001-01-01T00:00:00Z");
    report("odd", 1, "Call Inbound Missed")
        .refuses(400, "BadRequestException", number, "was not in this organization");
    String none = Office.unique("none");
    carillon.get("/records/{}", none).refuses(404, "NotFoundException", none);
    carillon
        .get(USER + "/records/{}/visibility", office.account, ann, none)
        .refuses(404, "NotFoundException", none);
    assertFalse(ids(list().answers(200)).contains("odd"));
  }
}
