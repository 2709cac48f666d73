package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.conformance.SignedHttp.Answer;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;

/**
 * The contract that the running server publishes at {@code /openapi.json}, and which of its
 * operations have been answered with success.
 */
final class Contract {

  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

  private final JsonNode document = SignedHttp.published("/openapi.json");
  private final List<Operation> operations = operations(document);
  private final Set<String> succeeded = new ConcurrentSkipListSet<>();

  private Contract() {}

  private static final class Holder {
    static final Contract PUBLISHED = new Contract();
  }

  /** The contract of the server that the suites drive. */
  static Contract published() {
    return Holder.PUBLISHED;
  }

  /**
   * One operation.
   *
   * @param path with a {@code {label}} where a path parameter stands
   * @param query the literal query that tells it from others, empty for none
   */
  record Operation(String name, String verb, String path, String query, JsonNode description) {

    private boolean isAskedBy(String asked, URI uri) {
      return verb.equals(asked)
          && uri.getRawPath().matches(path.replaceAll("\\{\\w+}", "[^/]+"))
          && (query.isEmpty() || List.of(asked(uri).split("&", -1)).contains(query));
    }

    private static String asked(URI uri) {
      return uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }

    /** The path and literal query, with {@code {}} where a path parameter stands. */
    String template() {
      return path.replaceAll("\\{\\w+}", "{}") + (query.isEmpty() ? "" : "?" + query);
    }

    int labels() {
      return path.split("\\{", -1).length - 1;
    }

    boolean takes(String parameter) {
      return parameters().anyMatch(each -> each.path("name").asText().equals(parameter));
    }

    boolean hasBody() {
      return description.has("requestBody");
    }

    private Stream<JsonNode> parameters() {
      return description.path("parameters").valueStream();
    }
  }

  private static List<Operation> operations(JsonNode document) {
    return document.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .map(verb -> operation(path.getKey(), verb.getKey(), verb.getValue())))
        .toList();
  }

  private static Operation operation(String key, String verb, JsonNode description) {
    String[] halves = key.split("\\?", 2);
    return new Operation(
        description.path("operationId").asText(),
        verb.toUpperCase(Locale.ROOT),
        halves[0],
        halves.length == 2 ? halves[1] : "",
        description);
  }

  /** The operations that the contract calls ours, and reads strictly. */
  List<Operation> tagged() {
    return operations.stream()
        .filter(each -> each.description().path("tags").path(0).asText().equals("Carillon"))
        .toList();
  }

  /** The operations that neither of AWS's SDKs has a method for. */
  List<Operation> own() {
    Set<String> known =
        Stream.of(ChimeClient.class, ChimeSdkVoiceClient.class)
            .flatMap(client -> Arrays.stream(client.getMethods()))
            .map(Method::getName)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return operations.stream()
        .filter(each -> !known.contains(each.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Those of these operations that have not yet answered anybody with success. */
  Set<String> neverSucceeded(List<Operation> among) {
    Set<String> left = new TreeSet<>(among.stream().map(Operation::name).toList());
    left.removeAll(succeeded);
    return left;
  }

  /**
   * Notes an answer and holds it to the contract: the status of a success, the members and forms of
   * the body, and the three members of every error.
   */
  void answered(String verb, URI uri, Answer answer) {
    Operation operation =
        operations.stream()
            .filter(each -> each.isAskedBy(verb, uri))
            .max(Comparator.comparingInt(each -> each.query().length()))
            .orElseThrow(() -> new AssertionError("no operation is at " + verb + " " + uri));
    String asked = operation.name() + " (" + verb + " " + uri + ")";
    JsonNode response = operation.description().path("responses").path("" + answer.status());
    if (answer.status() >= 300) {
      assertFalse(answer.error().isEmpty(), () -> asked + " says no type of error: " + answer);
      assertTrue(answer.body().hasNonNull("Code"), () -> asked + " says no code: " + answer);
      assertTrue(answer.body().hasNonNull("Message"), () -> asked + " says no reason: " + answer);
      // What does not get as far as an operation is promised of the whole service.
      if (answer.status() != 413 && answer.status() != 415) {
        String promised = resolved(response).toString();
        assertTrue(
            promised.contains("/" + answer.error() + "ResponseContent\"")
                || promised.contains("/" + answer.error() + "\""),
            () -> asked + " promises " + promised + " and answers " + answer);
      }
      return;
    }
    assertTrue(response.isObject(), () -> asked + " is not to answer " + answer.status());
    JsonNode content = response.path("content");
    JsonNode schema = content.path("application/json").path("schema");
    if (!schema.isMissingNode()) {
      holds(asked, schema, answer.body());
    } else if (!content.isEmpty()) {
      assertTrue(content.has(answer.type()), () -> asked + " is not to answer " + answer.type());
    } else {
      assertTrue(answer.body().isEmpty(), () -> asked + " is not to answer " + answer.body());
    }
    succeeded.add(operation.name());
  }

  /** The schema of a refusal, or the choice among several that share its status. */
  private JsonNode resolved(JsonNode response) {
    JsonNode schema = response.path("content").path("application/json").path("schema");
    String name = schema.path("$ref").asText().replace("#/components/schemas/", "");
    JsonNode choice = document.path("components").path("schemas").path(name).path("oneOf");
    return choice.isMissingNode() ? schema : choice;
  }

  /** Asserts that a value is what the schema says, to its last member. */
  private void holds(String where, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().replace("#/components/schemas/", "");
      holds(where, document.path("components").path("schemas").path(name), value);
      return;
    }
    if (schema.has("enum")) {
      assertTrue(
          schema.path("enum").valueStream().anyMatch(value::equals),
          () -> where + " has an unknown value: " + value);
    }
    switch (schema.path("type").asText()) {
      case "object" -> {
        assertTrue(value.isObject(), () -> where + " is no object: " + value);
        schema
            .path("required")
            .forEach(
                each -> assertTrue(value.hasNonNull(each.asText()), () -> where + ": " + each));
        for (Map.Entry<String, JsonNode> member : value.properties()) {
          String inner = where + "." + member.getKey();
          JsonNode known = schema.path("properties").path(member.getKey());
          assertTrue(known.isObject(), () -> inner + " is not in the contract");
          // Absent members are written as null, as in the Chime API.
          if (!member.getValue().isNull()) {
            holds(inner, known, member.getValue());
          }
        }
      }
      case "array" -> {
        assertTrue(value.isArray(), () -> where + " is no list: " + value);
        value.forEach(each -> holds(where + "[]", schema.path("items"), each));
      }
      case "string" -> {
        assertTrue(value.isTextual(), () -> where + " is no text: " + value);
        if (schema.path("format").asText().equals("date-time")) {
          assertTrue(
              INSTANT.matcher(value.asText()).matches(), () -> where + " is no instant: " + value);
        }
      }
      case "number", "integer" ->
          assertTrue(value.isNumber(), () -> where + " is no number: " + value);
      case "boolean" -> assertTrue(value.isBoolean(), () -> where + " is no Boolean: " + value);
      default -> assertEquals("", schema.path("type").asText(), where);
    }
  }
}
