package org.carillon.protocol.restjson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.ListPhoneNumbersAsOfInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ReportUserSignInInput;
import org.carillon.api.model.TagResourceInput;
import org.carillon.api.shape.Path;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.TimestampFormat;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.Test;

/** The values that the Chime API's members take, and the refusals of the others. */
class ChimeValuesTest {

  private static final Header JSON = new Header("Content-Type", "application/json");

  private static final Violations ANY = new Violations(new UnknownNames(Operations.LIST_ACCOUNTS));

  private final ChimeService chime = new ChimeService(_ -> null);

  private void refused(String message, WireResponse answer) {
    assertEquals(400, answer.status(), () -> ChimeService.text(answer));
    assertEquals(
        "{\"Code\":\"BadRequest\",\"Message\":\"" + message + "\"}", ChimeService.text(answer));
  }

  private void taken(WireResponse answer) {
    assertEquals(418, answer.status(), () -> ChimeService.text(answer));
  }

  private WireResponse get(String target) {
    return chime.send("GET", target, "");
  }

  private WireResponse post(String target, String body) {
    return chime.send("POST", target, body, JSON);
  }

  @Test
  void numberOfHugeExponentIsABadRequest() {
    String results = "MaxResults must be a whole number from 1 to 100, not \\\"%s\\\"";
    for (String number : List.of("1e99999999999", "1e-99999999999", "1e0001000", "ten", "1.5")) {
      refused(results.formatted(number), get("/phone-numbers?max-results=" + number));
    }
    refused(
        results.formatted("9".repeat(64) + "…"),
        get("/phone-numbers?max-results=" + "9".repeat(100_000)));
    refused("MaxResults must be from 1 to 100, not 101", get("/phone-numbers?max-results=1.01e2"));
    taken(get("/phone-numbers?max-results=1e0000000001"));
  }

  @Test
  void numbersOfABodyAreBoundedToo() {
    String path = "/records/r";
    for (String number : List.of("1e99999999999", "1e-99999999999", "-1e999999999")) {
      refused(
          "Report.Sequence must be a whole number of at least 0, not \\\"" + number + "\\\"",
          chime.send("PUT", path, "{\"Report\":{\"Sequence\":" + number + "}}", JSON));
    }
    refused(
        "Report.Sequence must be a whole number of at least 0",
        chime.send("PUT", path, "{\"Report\":{\"Sequence\":\"1\"}}", JSON));
  }

  @Test
  void numbersOfDocumentsAndOfTimestampsAreBoundedToo() {
    for (String number : List.of("1e99999999999", "[1e-99999999999]", "{\"a\":1e1000}")) {
      malformed(number, new Shape.Schemaless());
    }
    for (String number : List.of("1e99999999999", "1e-10", "1e300", "253402300800", "true")) {
      malformed(number, new Shape.Time(TimestampFormat.EPOCH_SECONDS));
    }
  }

  private static void malformed(String json, Shape shape) {
    assertThrows(
        MalformedException.class,
        () -> JsonDecoder.value(json.getBytes(StandardCharsets.UTF_8), shape, Path.ROOT, ANY));
  }

  @Test
  void instantsHaveAnyOffsetAndMicroseconds() {
    Instant at = Instant.parse("2026-11-30T14:11:57.582001Z");
    for (String text :
        List.of(
            "2026-11-30T14:11:57.582001Z",
            "2026-11-30T14:11:57.582001%2B00:00",
            "2026-11-30T15:11:57.582001%2B01:00",
            "2026-11-30T15:11:57.582001+01:00",
            "2026-11-30T15:11:57.582001+0100",
            "2026-11-30T15:11:57.582001%20%30100",
            "2026-11-30T03:41:57.582001000-1030")) {
      chime.inputs.clear();
      taken(get("/phone-numbers-as-of?at=" + text));
      assertEquals(at, ((ListPhoneNumbersAsOfInput) chime.inputs.getFirst()).at(), text);
    }
    chime.inputs.clear();
    taken(
        post(
            "/accounts/a/users/u?operation=report-sign-in",
            "{\"SignedInTimestamp\":\"2026-11-30T15:11:57.582001+01:00\"}"));
    assertEquals(at, ((ReportUserSignInInput) chime.inputs.getFirst()).signedInTimestamp());
  }

  @Test
  void whatNamesNoInstantIsRefused() {
    for (String text :
        List.of(
            "2026-11-30",
            "2026-11-30T14:11:57",
            "2026-11-30T14:11Z",
            "2026-11-30T14:11:57+01",
            "2026-11-30T14:11:57++01:00",
            "+999999999-12-31T23:59:59Z",
            "9999-12-31T23:59:59-01:00",
            "2026-02-30T00:00:00Z")) {
      WireResponse answer = get("/phone-numbers-as-of?at=" + text);
      assertEquals(400, answer.status(), text);
      assertTrue(
          ChimeService.text(answer)
              .contains("At must be a timestamp such as 2026-03-01T09:00:00.000Z, not"),
          () -> ChimeService.text(answer));
    }
  }

  @Test
  void patternsBindTheWholeValue() {
    for (String country : List.of("USA", "GBR", "US%0A", "%20US", "us")) {
      WireResponse answer = get("/search?type=phone-numbers&country=" + country);
      assertTrue(
          ChimeService.text(answer)
              .contains("Country must be a country of two capital letters, such as US"),
          () -> ChimeService.text(answer));
    }
    taken(get("/search?type=phone-numbers&country=US"));
    for (String address :
        List.of(
            "jane@example.com%0A",
            "%20jane@example.com",
            "jane@example.com%C2%A0",
            "jane@example.com%E2%80%8B",
            "jane@home@example.com",
            "jane@example",
            "jane@example..com",
            "@".repeat(4000))) {
      WireResponse answer = get("/accounts?user-email=" + address);
      assertEquals(400, answer.status(), address);
      assertTrue(
          ChimeService.text(answer).contains("UserEmail must "), () -> ChimeService.text(answer));
      assertFalse(ChimeService.text(answer).contains("home"), () -> ChimeService.text(answer));
    }
    taken(get("/accounts?user-email=j%C3%B6rg.o'neil%2Bx@b%C3%BCcher.example.com"));
  }

  @Test
  void refusalsUseTheNamesOfTheClientAndNoPattern() {
    refused(
        "Schedule.OpenHours[1].From must be a time of day such as 09:30, not \\\"9:30\\\"",
        post(
            "/auto-attendants",
            """
            {"Name":"Main","Greeting":{"Text":"Welcome"},"Menu":[],"Schedule":{
              "TimeZone":"America/Los_Angeles","OpenHours":[
              {"Day":"Monday","From":"09:00","To":"17:00"},
              {"Day":"Monday","From":"9:30","To":"17:00"}]}}\
            """));
    refused(
        "The body has the member Name twice", post("/accounts", "{\"Name\":\"a\",\"Name\":\"b\"}"));
    refused(
        "Name must have 1 to 100 characters, not 4097",
        post("/accounts", "{\"Name\":\"" + "x".repeat(4097) + "\"}"));
  }

  @Test
  void tagMayBeEmpty() {
    taken(
        post(
            "/tags?operation=tag-resource",
            "{\"ResourceARN\":\"arn:aws:chime:us-east-1:1:vc/a\",\"Tags\":[{\"Key\":\"a\",\"Value\":\"\"}]}"));
    assertEquals("", ((TagResourceInput) chime.inputs.getFirst()).tags().getFirst().value());
  }
}
