package org.carillon.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.OperationShape;
import org.carillon.app.installation.FailureException;

/** Reads an answer of the API as one JSON text, whichever part of the answer a member is in. */
final class OperationAnswer {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final DefaultPrettyPrinter LINES = lines();

  private OperationAnswer() {}

  /** As AWS's command line prints it: four spaces, no space before a colon. */
  private static DefaultPrettyPrinter lines() {
    DefaultIndenter indenter = new DefaultIndenter("    ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withArrayIndenter(indenter)
        .withObjectIndenter(indenter);
  }

  /**
   * Returns the answer's JSON; empty where the operation answers nothing.
   *
   * @throws FailureException with code and message when the operation was refused
   */
  static String text(OperationShape<?, ?> operation, HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw refusal(response);
    }
    ObjectNode answer = body(operation, response);
    for (Member member : operation.output().members()) {
      if (member.location() == Member.Location.HEADER) {
        response
            .headers()
            .firstValue(member.wireName())
            .ifPresent(value -> answer.put(member.name(), value));
      }
    }
    return operation.output().members().isEmpty() ? "" : pretty(answer);
  }

  private static ObjectNode body(OperationShape<?, ?> operation, HttpResponse<String> response) {
    for (Member member : operation.output().members()) {
      if (member.location() == Member.Location.PAYLOAD) {
        return JsonNodeFactory.instance.objectNode().put(member.name(), response.body());
      }
    }
    return response.body().isEmpty()
        ? JsonNodeFactory.instance.objectNode()
        : (ObjectNode) json(response);
  }

  private static FailureException refusal(HttpResponse<String> response) {
    String code =
        response.headers().firstValue("x-amzn-errortype").orElseThrow(() -> foreign(response));
    JsonNode body = json(response);
    return new FailureException(
        code + ": " + body.path("Message").asText(body.path("message").asText()));
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException none) {
      throw foreign(response);
    }
  }

  private static FailureException foreign(HttpResponse<String> response) {
    return new FailureException(
        "%s answered %d, and not as Carillon does; name Carillon's address with --endpoint-url."
            .formatted(response.uri(), response.statusCode()));
  }

  private static String pretty(JsonNode answer) {
    try {
      return JSON.writer(LINES).writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
