package org.carillon.protocol.restjson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.CreatePhoneNumberOrderInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.GetPhoneNumberOutput;
import org.carillon.api.model.ListPhoneNumbersOutput;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.ServiceUnavailableException;
import org.carillon.api.shape.Unit;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.Test;

/** What the Chime API's bodies look like in both directions. */
class ChimeEnvelopeTest {

  private static final Header JSON = new Header("Content-Type", "application/json");

  @Test
  void absentMembersAreNullAndKeysAlphabetical() {
    ChimeService chime =
        new ChimeService(_ -> ListPhoneNumbersOutput.builder().phoneNumbers(List.of()).build());
    WireResponse answer = chime.send("GET", "/phone-numbers", "");
    assertEquals("{\"NextToken\":null,\"PhoneNumbers\":[]}", ChimeService.text(answer));
    assertEquals(List.of(new Header("x-amzn-RequestId", "request-1"), JSON), answer.headers());
  }

  @Test
  void timestampsAlwaysHaveThreeDigitsOfMilliseconds() {
    ChimeService chime =
        new ChimeService(_ ->
            new GetPhoneNumberOutput(
                PhoneNumber.builder()
                    .createdTimestamp(Instant.parse("2026-03-01T10:15:30Z"))
                    .updatedTimestamp(Instant.parse("2026-03-01T10:15:30.123999Z"))
                    .build()));
    String body = ChimeService.text(chime.send("GET", "/phone-numbers/1", ""));
    assertTrue(body.contains("\"CreatedTimestamp\":\"2026-03-01T10:15:30.000Z\""), body);
    assertTrue(body.contains("\"UpdatedTimestamp\":\"2026-03-01T10:15:30.123Z\""), body);
  }

  @Test
  void anAnswerWithoutContentStillNamesItsType() {
    ChimeService chime = new ChimeService(_ -> Unit.INSTANCE);
    WireResponse answer = chime.send("DELETE", "/phone-numbers/1", "");
    assertEquals(204, answer.status());
    assertEquals(0, answer.body().length);
    assertTrue(answer.headers().contains(JSON));
  }

  @Test
  void whoIsNotServedIsToldWhenToTryAgain() {
    ChimeService chime =
        new ChimeService(_ -> {
          throw new ServiceUnavailableException(ErrorCode.SERVICE_UNAVAILABLE, "busy");
        });
    WireResponse answer = chime.send("GET", "/phone-numbers", "");
    assertEquals(503, answer.status());
    assertTrue(answer.headers().contains(new Header("Retry-After", "1")));
  }

  @Test
  void everyOffendingMemberIsNamed() {
    ChimeService chime = new ChimeService(_ -> null);
    WireResponse answer =
        chime.send("POST", "/phone-number-orders", "{\"ProductType\":\"Fax\"}", JSON);
    assertEquals(400, answer.status());
    assertEquals(
        "{\"Code\":\"BadRequest\",\"Message\":\"ProductType must be one of BusinessCalling, "
            + "VoiceConnector, SipMediaApplicationDialIn, not \\\"Fax\\\"; "
            + "E164PhoneNumbers is missing\"}",
        ChimeService.text(answer));
  }

  @Test
  void whatIsNoTimestampIsNamedByItsMember() {
    ChimeService chime = new ChimeService(_ -> null);
    WireResponse answer =
        chime.send(
            "POST",
            "/accounts/a/users/u?operation=report-sign-in",
            "{\"SignedInTimestamp\":\"yesterday\"}",
            JSON);
    assertEquals(400, answer.status());
    String body = ChimeService.text(answer);
    assertTrue(body.contains("SignedInTimestamp must be a timestamp such as 2026-"), body);
  }

  @Test
  void bodiesAreReadStrictly() {
    ChimeService chime = new ChimeService(_ -> null);
    String numbers = "\"E164PhoneNumbers\":[\"+12065550100\"]";
    String product = "\"ProductType\":\"VoiceConnector\"";
    for (String body :
        List.of(
            "[]",
            "null",
            "{",
            "{" + numbers + "," + product + "} {}",
            "{" + numbers + "," + product + "," + product + "}",
            "{" + product + ",\"E164PhoneNumbers\":\"+12065550100\"}",
            "{" + product + ",\"E164PhoneNumbers\":[null]}",
            "{" + product + ",\"E164PhoneNumbers\":[12065550100]}",
            "{" + numbers + "," + product + ",\"x\":" + "[".repeat(70) + "]".repeat(70) + "}",
            "{" + product + ",\"E164PhoneNumbers\":[\"\\ud800\"]}",
            "{" + product + ",\"E164PhoneNumbers\":[\"+1206\\u0000\"]}")) {
      WireResponse answer = chime.send("POST", "/phone-number-orders", body, JSON);
      assertEquals(400, answer.status(), body);
    }
    assertEquals(List.of(), chime.inputs);
    chime.send("POST", "/phone-number-orders", "{" + numbers + "," + product + ",\"New\":1}", JSON);
    chime.send("POST", "/phone-number-orders", "{" + numbers + "," + product + "}");
    CreatePhoneNumberOrderInput expected =
        CreatePhoneNumberOrderInput.builder()
            .productType(PhoneNumberProductType.VOICE_CONNECTOR)
            .e164PhoneNumbers(List.of("+12065550100"))
            .build();
    assertEquals(List.of(expected, expected), chime.inputs);
  }

  @Test
  void anotherMediaTypeIsUnsupported() {
    ChimeService chime = new ChimeService(_ -> null);
    Header form = new Header("Content-Type", "application/x-www-form-urlencoded");
    assertEquals(415, chime.send("POST", "/accounts", "Name=x", form).status());
    Header xml = new Header("Content-Type", "application/xml");
    assertEquals(415, chime.send("POST", "/accounts", "{\"Name\":\"x\"}", xml).status());
    Header old = new Header("Content-Type", "application/x-amz-json-1.1");
    assertEquals(418, chime.send("POST", "/accounts", "{\"Name\":\"x\"}", old).status());
  }

  @Test
  void jsonIsTakenUnderTheTypesThatClientsNameByDefault() {
    ChimeService chime = new ChimeService(_ -> null);
    String body = " \r\n{\"Name\":\"x\"}";
    for (String type :
        List.of(
            "application/json; charset=UTF-8",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "text/plain;charset=UTF-8")) {
      assertEquals(
          418, chime.send("POST", "/accounts", body, new Header("Content-Type", type)).status());
    }
    assertEquals(418, chime.send("POST", "/accounts", body).status());
    assertEquals(5, chime.inputs.size());
    Header bytes = new Header("Content-Type", "application/octet-stream");
    assertEquals(400, chime.send("POST", "/accounts", "{\"Name\":", bytes).status());
  }

  @Test
  void bodiesAreUtf8AndNothingElse() {
    ChimeService chime = new ChimeService(_ -> null);
    String body = "{\"Name\":\"Z\u00fcrich\"}";
    for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE")) {
      WireResponse answer =
          chime.send("POST", "/accounts", body.getBytes(Charset.forName(charset)));
      assertEquals(400, answer.status(), charset);
    }
    for (String invalid :
        List.of("\u00c1\u00b8", "\u00e0\u0081\u00b8", "\u00ed\u00a0\u0080", "\u00fc")) {
      byte[] bytes = ("{\"Name\":\"" + invalid + "\"}").getBytes(ISO_8859_1);
      WireResponse answer = chime.send("POST", "/accounts", bytes);
      assertEquals(400, answer.status(), invalid);
      assertTrue(ChimeService.text(answer).contains("The body is not UTF-8"));
    }
    assertEquals(List.of(), chime.inputs);
    chime.send("POST", "/accounts", body);
    // RFC 8259 lets a reader pass over the mark with which Windows begins a file.
    chime.send("POST", "/accounts", "\uFEFF" + body);
    CreateAccountInput expected = new CreateAccountInput("Z\u00fcrich");
    assertEquals(List.of(expected, expected), chime.inputs);
  }

  @Test
  void aFaultOrAnUnencodableAnswerIsOneWholeFailure() {
    ChimeService fault =
        new ChimeService(_ -> {
          throw new IllegalStateException("secret detail");
        });
    ChimeService half =
        new ChimeService(
            _ -> new GetPhoneNumberOutput(PhoneNumber.builder().phoneNumberId("\ud800").build()));
    for (ChimeService chime : List.of(fault, half)) {
      WireResponse answer = chime.send("GET", "/phone-numbers/1", "");
      assertEquals(500, answer.status());
      assertTrue(
          answer.headers().contains(new Header("x-amzn-ErrorType", "ServiceFailureException")));
      assertEquals(
          "{\"Code\":\"ServiceFailure\",\"Message\":\"The server failed; its log has the cause"
              + " under request-1\"}",
          ChimeService.text(answer));
    }
  }

  @Test
  void sensitiveMembersAreMaskedInLogs() {
    CreatePhoneNumberOrderInput order =
        CreatePhoneNumberOrderInput.builder()
            .productType(PhoneNumberProductType.VOICE_CONNECTOR)
            .e164PhoneNumbers(List.of("+12065550100"))
            .build();
    assertEquals(
        "CreatePhoneNumberOrderInput[productType=VOICE_CONNECTOR, e164PhoneNumbers=***, name=***]",
        order.toString());
  }
}
