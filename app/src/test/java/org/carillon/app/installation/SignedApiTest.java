package org.carillon.app.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.ModelledException;
import org.carillon.protocol.sigv4.SignatureException.Reason;
import org.junit.jupiter.api.Test;

/** A request without a valid signature gets the answer that the contract promises. */
final class SignedApiTest {

  private static final Map<Reason, String> ANSWERS =
      Map.of(
          Reason.MISSING, "403 MissingAuthenticationTokenException",
          Reason.INCOMPLETE, "400 IncompleteSignatureException",
          Reason.UNRECOGNIZED, "403 UnrecognizedClientException",
          Reason.MISMATCH, "403 InvalidSignatureException",
          Reason.EXPIRED, "400 RequestExpired");

  @Test
  void everyOperationPromisesWhatASignatureIsRefusedWith() {
    for (Reason reason : Reason.values()) {
      ModelledException refusal = SignedApi.refusal(reason, "why");
      assertEquals(ANSWERS.get(reason), refusal.shape().status() + " " + refusal.shape().name());
      Stream.concat(Operations.ALL.stream(), Operations.UNSERVED.stream())
          .forEach(operation -> assertTrue(operation.declares(refusal), operation.name()));
    }
  }
}
