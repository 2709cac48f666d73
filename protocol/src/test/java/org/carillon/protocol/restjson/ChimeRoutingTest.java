package org.carillon.protocol.restjson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.ListAccountsInput;
import org.carillon.api.model.SearchAvailablePhoneNumbersInput;
import org.carillon.api.shape.OperationShape;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.Test;

/** The routing of requests to the Chime API, and the decoding of their paths and queries. */
class ChimeRoutingTest {

  private final ChimeService chime = new ChimeService(_ -> null);

  @Test
  void everyOperationRoutesToItself() {
    for (OperationShape<?, ?> operation : ChimeService.routes()) {
      chime.send(operation.method(), operation.uri().replaceAll("\\{[^}]*}", "x"), "{}");
      assertEquals(operation, chime.routed.getLast());
    }
    assertEquals(ChimeService.routes(), chime.routed);
  }

  @Test
  void labelsAreDecodedExactlyOnce() {
    assertEquals("+12065550100", phoneNumberId("%2B12065550100"));
    assertEquals("+12065550100", phoneNumberId("+12065550100"));
    assertEquals("%2B12065550100", phoneNumberId("%252B12065550100"));
    assertEquals("a/b", phoneNumberId("a%2Fb"));
    assertEquals("a%b", phoneNumberId("a%25b"));
    assertEquals("Zürich ☎", phoneNumberId("Z%C3%BCrich%20%e2%98%8e"));
  }

  @Test
  void aPlusInAQueryIsABlankAsInItsSignature() {
    chime.send("GET", "/accounts?user-email=a%2Bb%40example.com&na%6de=a%2Bb", "");
    ListAccountsInput escaped = (ListAccountsInput) chime.inputs.getLast();
    assertEquals("a+b@example.com", escaped.userEmail());
    assertEquals("a+b", escaped.name());
    for (String name : List.of("page+0", "page%200")) {
      chime.send("GET", "/accounts?name=" + name, "");
      assertEquals("page 0", ((ListAccountsInput) chime.inputs.getLast()).name());
    }
    assertEquals(3, chime.inputs.size());
  }

  @Test
  void brokenPercentEncodingIsABadRequest() {
    for (String path : List.of("%", "%2", "%zz", "%C3", "%FF", "a%")) {
      assertRefused(400, "BadRequestException", chime.send("GET", "/phone-numbers/" + path, ""));
    }
    assertRefused(400, "BadRequestException", chime.send("GET", "/accounts?name=%C3%28", ""));
    assertEquals(List.of(), chime.routed);
  }

  @Test
  void anEmptyLabelIsABadRequestThatNamesTheMember() {
    WireResponse slash = chime.send("GET", "/phone-numbers/", "");
    assertRefused(400, "BadRequestException", slash);
    assertTrue(ChimeService.text(slash).contains("PhoneNumberId must"), ChimeService.text(slash));
    WireResponse inside = chime.send("GET", "/accounts//users", "");
    assertRefused(400, "BadRequestException", inside);
    assertTrue(ChimeService.text(inside).contains("AccountId must"), ChimeService.text(inside));
  }

  @Test
  void unknownPathsAreUnknownOperations() {
    for (String path : List.of("/", "/nothing", "/settings/", "/accounts/a/", "/accounts/a/b/c")) {
      assertRefused(404, "UnknownOperationException", chime.send("GET", path, ""));
    }
  }

  @Test
  void anUnknownLiteralQueryIsNotTakenForTheOperationWithoutOne() {
    assertRefused(
        404,
        "UnknownOperationException",
        chime.send("POST", "/accounts/a/users?operation=suspendd", "{}"));
    assertRefused(404, "UnknownOperationException", chime.send("GET", "/search", ""));
    assertEquals(List.of(), chime.routed);
  }

  @Test
  void aKnownPathUnderAnotherVerbIsNotAllowed() {
    WireResponse answer = chime.send("PATCH", "/phone-numbers/x", "");
    assertRefused(405, "MethodNotAllowedException", answer);
    assertTrue(answer.headers().contains(new Header("Allow", "DELETE, GET, POST")));
  }

  @Test
  void aRepeatedQueryNameIsABadRequest() {
    assertRefused(
        400,
        "BadRequestException",
        chime.send("GET", "/phone-numbers?max-results=1&max-results=2", ""));
    assertRefused(
        400,
        "BadRequestException",
        chime.send("POST", "/accounts/a/users?operation=add&operation=suspend", "{}"));
  }

  @Test
  void oneLeadingConsoleSegmentIsOverlooked() {
    chime.send("DELETE", "/console/phone-numbers/1", "");
    assertEquals(List.of(new DeletePhoneNumberInput("1")), chime.inputs);
    assertRefused(
        404,
        "UnknownOperationException",
        chime.send("DELETE", "/console/console/phone-numbers/1", ""));
  }

  @Test
  void numbersInQueriesAreRead() {
    chime.send("GET", "/search?type=phone-numbers&area-code=206&max-results=7", "");
    SearchAvailablePhoneNumbersInput search =
        (SearchAvailablePhoneNumbersInput) chime.inputs.getFirst();
    assertEquals("206", search.areaCode());
    assertEquals(7, search.maxResults());
  }

  private String phoneNumberId(String rawSegment) {
    chime.send("GET", "/phone-numbers/" + rawSegment, "");
    return ((GetPhoneNumberInput) chime.inputs.getLast()).phoneNumberId();
  }

  private static void assertRefused(int status, String type, WireResponse answer) {
    assertEquals(status, answer.status(), () -> ChimeService.text(answer));
    assertTrue(answer.headers().contains(new Header("x-amzn-ErrorType", type)));
    assertTrue(answer.headers().contains(new Header("x-amzn-RequestId", "request-1")));
  }
}
