package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.conformance.Contract.Operation;
import org.carillon.conformance.SignedHttp.Answer;
import org.carillon.conformance.SignedHttp.Question;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every operation that AWS's SDKs do not know. It runs after the stories and needs
 * them: it names each operation that answered none of them with success.
 */
@Order(Integer.MAX_VALUE)
final class OwnOperationsTest {

  /** Labels that name nothing, each in another way. */
  private static final List<String> STRANGE =
      List.of(
          "nobody",
          "../../accounts",
          "a b+c%2F\u0000",
          "' or 1=1 --",
          "\u1234\ud83d\udd14",
          " ",
          "x".repeat(300));

  private final SignedHttp carillon = new SignedHttp();

  static List<Operation> own() {
    return Contract.published().own();
  }

  static Stream<Operation> located() {
    return own().stream().filter(each -> each.labels() > 0);
  }

  static Stream<Operation> withBody() {
    return own().stream().filter(Operation::hasBody);
  }

  static Stream<Operation> paged() {
    return own().stream().filter(each -> each.takes("next-token"));
  }

  @Test
  void everyOneWasAnsweredWithSuccessInAStory() {
    assertTrue(own().size() > 40, "the contract has hardly any operations of our own");
    assertEquals(
        Set.of(),
        Contract.published().neverSucceeded(own()),
        "run the whole module: the stories of these operations did not run or are missing");
  }

  @Test
  void contractCallsThemOursAndNoOthers() {
    assertEquals(Set.copyOf(own()), Set.copyOf(Contract.published().tagged()));
  }

  @ParameterizedTest
  @MethodSource("own")
  void unknownParametersAreRefusedByName(Operation operation) {
    question(carillon, operation, "nobody")
        .with("max-result", 1)
        .refuses(
            400, "BadRequestException", "max-result is not a parameter of " + operation.name());
  }

  @ParameterizedTest
  @MethodSource("own")
  void unknownMembersAreRefusedByName(Operation operation) {
    question(carillon, operation, "nobody")
        .member("Nmae", "x")
        .refuses(400, "BadRequestException", "Nmae is not a member of " + operation.name());
  }

  @ParameterizedTest
  @MethodSource("own")
  void wrongSecretIsRefused(Operation operation) {
    Answer answer =
        question(new SignedHttp(RunningServer.ACCESS_KEY_ID, "wrong"), operation, "x").send();
    assertEquals(403, answer.status(), answer::toString);
    assertEquals("InvalidSignatureException", answer.error());
  }

  @ParameterizedTest
  @MethodSource("located")
  void labelsThatNameNothingAreRefusedAsSuch(Operation operation) {
    for (String label : STRANGE) {
      Answer answer = question(carillon, operation, label).send();
      assertTrue(
          answer.status() == 400 || answer.status() == 404, () -> "'" + label + "': " + answer);
    }
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void malformedBodiesAreRefusedAsSuch(Operation operation) {
    for (String body : List.of("{", "[]", "null", "\"\"", "{} {}", "{\"a\"")) {
      Answer answer = question(carillon, operation, "nobody").raw(body).send();
      assertEquals(400, answer.status(), () -> body + ": " + answer);
    }
  }

  @ParameterizedTest
  @MethodSource("paged")
  void pagesAreOfReasonableSizesAndTokensAreNotToBeMadeUp(Operation operation) {
    question(carillon, operation, "nobody")
        .with("max-results", 0)
        .refuses(400, "BadRequestException", "MaxResults must");
    for (String token : List.of("forged", "AAAA", "\u1234", "e30=")) {
      Answer answer = question(carillon, operation, "nobody").with("next-token", token).send();
      // Whose page it is may be looked up first.
      assertTrue(
          answer.status() == 400 || (operation.labels() > 0 && answer.status() == 404),
          () -> token + ": " + answer);
    }
  }

  private static Question question(SignedHttp by, Operation operation, String label) {
    return by.ask(
        operation.verb(),
        operation.template(),
        Collections.nCopies(operation.labels(), label).toArray(new String[0]));
  }
}
