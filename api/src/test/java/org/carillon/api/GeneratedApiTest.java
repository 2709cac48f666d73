package org.carillon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.carillon.api.model.BatchUpdatePhoneNumberInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.UpdatePhoneNumberRequestItem;
import org.carillon.api.shape.TextPattern;
import org.carillon.api.shape.Violation;
import org.junit.jupiter.api.Test;

/** What the generated classes promise to those who use them. */
class GeneratedApiTest {

  @Test
  void everyOperationStandsInTheOpenApiDocument() throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/openapi.json"))) {
      String document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(document.contains("\"openapi\": \"3.1.0\""));
      Operations.ALL.forEach(operation ->
          assertTrue(
              document.contains("\"operationId\": \"" + operation.name() + "\""),
              operation.name()));
      assertTrue(document.contains("\"/phone-numbers?operation=batch-delete\": {"));
    }
  }

  @Test
  void violationsNameTheirPlace() {
    List<Violation> violations =
        new BatchUpdatePhoneNumberInput(
                List.of(
                    UpdatePhoneNumberRequestItem.builder()
                        .phoneNumberId("+12065550100")
                        .callingName("!")
                        .build()))
            .validate();
    assertEquals(
        List.of("/UpdatePhoneNumberRequestItems/0/CallingName"),
        violations.stream().map(Violation::path).toList());
  }

  @Test
  void errorsCarryTheirMembersAndNoStackTraceWhenTheClientErred() {
    NotFoundException error = new NotFoundException(ErrorCode.NOT_FOUND, "There is no such thing");
    assertEquals("There is no such thing", error.getMessage());
    assertEquals(ErrorCode.NOT_FOUND, error.code());
    assertEquals(404, error.shape().status());
    assertEquals(0, error.getStackTrace().length);
    assertTrue(Operations.GET_PHONE_NUMBER.declares(error));
  }

  @Test
  void patternsCostLittleOnHostileText() {
    TextPattern visible = new TextPattern(".*\\S.*");
    assertTrue(visible.matches("a"));
    assertTrue(visible.matches(" ".repeat(4095) + "a"));
    assertFalse(visible.matches(" ".repeat(1 << 20)));
    assertFalse(new TextPattern(".+@.+\\..+").matches("@".repeat(1 << 20)));
  }

  @Test
  void patternsEndWhereTheTextEnds() {
    TextPattern digits = new TextPattern("^[$0-9]{2}$");
    assertTrue(digits.matches("$1"));
    assertFalse(digits.matches("11\n"));
    assertTrue(new TextPattern("^a\\$$").matches("a$"));
    assertFalse(new TextPattern("^$|^[a-z]+$").matches("\n"));
  }
}
