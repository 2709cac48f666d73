package org.carillon.protocol.restjson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.Test;

/** Names that an operation does not have: our operations refuse them, Amazon's do not. */
class StrictRequestsTest {

  private static final String LINE = "{\"Version\":1,\"Name\":\"a\",\"AssignedUserIds\":[\"u\"]";

  private final ChimeService chime = new ChimeService(_ -> null);

  private void refused(String method, String target, String body, String message) {
    WireResponse answer = chime.send(method, target, body);
    String text = ChimeService.text(answer).replace("\\\"", "\"");
    assertEquals(400, answer.status(), text);
    assertTrue(text.contains(message), text);
    assertEquals(List.of(), chime.inputs);
  }

  @Test
  void unknownMemberIsRefusedWithTheNearestKnownOne() {
    refused(
        "PUT",
        "/lines/l",
        LINE + ",\"OutboundOnlyUsers\":[{\"UserId\":\"u\"}]}",
        "OutboundOnlyUsers is not a member of UpdateLine; did you mean OutboundOnlyUserIds?");
    refused(
        "PUT",
        "/accounts/a/users/u/caller-id",
        "{\"PhoneNumber\":\"+12065550100\"}",
        "PhoneNumber is not a member of UpdateUserCallerId; did you mean E164PhoneNumber?");
    refused("PUT", "/lines/l", LINE + ",\"name\":\"b\"}", "did you mean Name?");
    refused(
        "PUT", "/lines/l", LINE + ",\"LineId\":null}", "LineId is not a member of UpdateLine; ");
  }

  @Test
  void unknownMemberIsRefusedAtAnyDepth() {
    refused(
        "PUT",
        "/lines/l",
        LINE + ",\"CallFlow\":{\"Type\":\"User\",\"Val\":\"u\",\"Value\":\"u\"}}",
        "CallFlow.Val is not a member of CallTarget; did you mean Value?");
    refused(
        "POST",
        "/records?operation=batch-put",
        "{\"RecordItems\":[{\"RecordId\":\"r\",\"Reprot\":{}}]}",
        "RecordItems[0].Reprot is not a member of RecordItem; did you mean Report?");
  }

  @Test
  void unknownParameterIsRefusedWithTheNearestKnownOne() {
    refused(
        "GET",
        "/phone-number-inventory?holder=Jane",
        "",
        "holder is not a parameter of SearchInventory; did you mean holder-id?");
    refused("GET", "/phone-number-inventory?lable=VIP", "", "did you mean label?");
    refused("GET", "/hunt-groups?operation=x", "", "the known names are max-results, ");
    refused(
        "PUT", "/lines/l?version=1", LINE + "}", "version is not a parameter of UpdateLine; leave");
  }

  @Test
  void whereThereIsNoBodyWhateverItHoldsIsUnknown() {
    refused(
        "DELETE",
        "/lines/l",
        "{\"Revision\":1}",
        "Revision is not a member of DeleteLine; leave it out");
    chime.send("DELETE", "/lines/l?revision=1", "{}");
    assertEquals(1, chime.inputs.size());
  }

  @Test
  void signatureAndWhatSelectsTheOperationAreKnown() {
    String presigned = "X-Amz-Signature=0&X-Amz-Date=0&X-Amz-Credential=0&X-Amz-Expires=9";
    chime.send("GET", "/records?operation=export&type=Call&" + presigned, "");
    chime.send("GET", "/phone-number-inventory?" + presigned, "");
    assertEquals(2, chime.inputs.size());
  }

  @Test
  void amazonsOperationsPassOverWhatTheyDoNotKnow() {
    chime.send("GET", "/phone-numbers?holder=Jane", "");
    chime.send("POST", "/accounts", "{\"Name\":\"a\",\"Nmae\":{\"x\":[1]}}");
    chime.send("DELETE", "/accounts/a", "{\"Revision\":1}");
    chime.send("GET", "/phone-numbers", "none of its business");
    assertEquals(4, chime.inputs.size());
  }

  @Test
  void manyAndLongNamesCostAndTellLittle() {
    String long1 = "n".repeat(40_000);
    refused(
        "PUT", "/lines/l", LINE + ",\"" + long1 + "\":1}", "n".repeat(64) + "… is not a member");
    refused("PUT", "/lines/l", LINE + ",\"\\ud800\":1}", "whole characters");
    String many =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "\"k" + i + "\":0")
            .collect(Collectors.joining(","));
    WireResponse answer = chime.send("PUT", "/lines/l", LINE + "," + many + "}");
    assertEquals(400, answer.status());
    assertTrue(answer.body().length < 4_000, ChimeService.text(answer));
  }

  @Test
  void exactlyOursAreStrict() {
    List<String> strict =
        Operations.ALL.stream().filter(OperationShape::strict).map(OperationShape::name).toList();
    assertTrue(strict.containsAll(List.of("UpdateLine", "SearchInventory", "PutRecord")));
    assertTrue(!strict.contains("ListPhoneNumbers") && !strict.contains("CreateVoiceConnector"));
  }
}
