package org.carillon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carillon.api.model.BatchDeletePhoneNumberInput;
import org.carillon.api.model.BatchUpdatePhoneNumberInput;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.InviteUsersInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.UpdatePhoneNumberRequestItem;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Pagination;
import org.carillon.api.shape.Shape;
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
  void everyListHasAPageSizeAndATokenOfItsWholeQuery() {
    Operations.ALL.forEach(operation -> {
      List<String> names = operation.input().members().stream().map(Member::name).toList();
      assertEquals(names.contains("NextToken"), operation.pagination() != null, operation.name());
      if (operation.pagination() != null) {
        paged(operation, names);
      }
    });
  }

  private static <I> void paged(OperationShape<I, ?> operation, List<String> names) {
    int size = names.indexOf("MaxResults");
    int token = names.indexOf("NextToken");
    Object[] values = operation.input().members().stream().map(Member::defaultValue).toArray();
    assertTrue(values[size] instanceof Integer, operation.name());
    values[token] = "token";
    for (int i = 0; i < values.length; i++) {
      values[i] =
          values[i] == null ? sample(operation.input().members().get(i).shape()) : values[i];
    }
    I input = operation.input().construct(values);
    Pagination<I> pagination = Objects.requireNonNull(operation.pagination());
    List<Object> query = new ArrayList<>(List.of(values));
    query.remove(Math.max(size, token));
    query.remove(Math.min(size, token));
    assertEquals(query, pagination.query().apply(input), operation.name());
    assertEquals(values[size], pagination.pageSize().applyAsInt(input), operation.name());
    assertEquals("token", pagination.token().apply(input), operation.name());
  }

  private static Object sample(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "text";
      case Shape.Time _ -> Instant.EPOCH;
      case Shape.Bool _ -> true;
      case Shape.Enumeration choices -> choices.values().values().iterator().next();
      default -> throw new AssertionError("a list is narrowed down by " + shape);
    };
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
        violations.stream().map(v -> v.path().toString()).toList());
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
  void noPatternIsTriedAfterABrokenLength() {
    assertEquals(
        List.of("Name must have 1 to 100 characters, not 4097"),
        refusals(new CreateAccountInput("\n".repeat(4097)).validate()));
  }

  @Test
  void refusalsSayWhatAValueMustBe() {
    assertEquals(
        List.of("Name must be a name on one line, such as Example Corp, not \"a\\u000ab\""),
        refusals(new CreateAccountInput("a\nb").validate()));
    assertEquals(
        List.of("PhoneNumberIds must have 1 to 500 items, not 0"),
        refusals(new BatchDeletePhoneNumberInput(List.of()).validate()));
  }

  @Test
  void refusalsDoNotRepeatASecret() {
    assertEquals(
        List.of("UserEmailList[0] must be an e-mail address such as jane@example.com"),
        refusals(
            InviteUsersInput.builder()
                .accountId("1")
                .userEmailList(List.of("secret"))
                .build()
                .validate()));
  }

  private static List<String> refusals(List<Violation> violations) {
    return violations.stream().map(Violation::message).toList();
  }

  @Test
  void patternsEndWhereTheTextEnds() {
    assertTrue(matches("^[$0-9]{2}$", "$1"));
    assertFalse(matches("^[$0-9]{2}$", "11\n"));
    assertTrue(matches("^a\\$$", "a$"));
    assertFalse(matches("^$|^[a-z]+$", "\n"));
  }

  private static boolean matches(String regex, String text) {
    return new TextPattern(regex, "", false).matches(text);
  }
}
