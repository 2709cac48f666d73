package org.carillon.protocol.restjson;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carillon.api.shape.ErrorShape;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.protocol.restjson.SuiteServices.Operation;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/** Runs Smithy's restJson1 server suite, whole but for the cases that are listed with a reason. */
class RestJsonSuiteTest {

  /** Cases that do not apply to this server, by id, each with its reason. */
  private static final Map<String, String> NOT_APPLICABLE =
      Map.of(
          "RestJsonOmitsEmptyListQueryValues",
          "empty lists are left out of a query, so a server cannot know that there were any",
          "RestJsonHttpWithEmptyStructurePayload",
          "an empty object stands for no payload when sent; as received it is an empty payload",
          "RestJsonHttpWithHeadersButNoPayload",
          "as before",
          "RestJsonBodyTimestampDateTimeRejectsUTCOffsets_case0",
          "we take any offset, as AWS's own CLI prints instants with one",
          "RestJsonPathTimestampDefaultRejectsUTCOffsets",
          "as before",
          "SDKAppliedContentEncoding_restJson1",
          "we do not offer request compression",
          "SDKAppendedGzipAfterProvidedEncoding_restJson1",
          "as before");

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A response case and what its answer is made of: an operation's output, or one of its errors.
   */
  private record Response(
      Operation operation, HttpResponseTestCase test, @Nullable ErrorShape<?> error) {}

  private record Malformed(Operation operation, HttpMalformedRequestTestCase test) {}

  private record Request(Operation operation, HttpRequestTestCase test) {}

  @TestFactory
  Stream<DynamicTest> requestsAreDecoded() {
    return requests().stream()
        .map(request -> named(request.test.getId(), () -> assertDecoded(request)));
  }

  @TestFactory
  Stream<DynamicTest> answersAreEncoded() {
    return responses().stream()
        .map(response -> named(response.test.getId(), () -> assertEncoded(response)));
  }

  @TestFactory
  Stream<DynamicTest> malformedRequestsAreRefused() {
    return malformed().stream()
        .map(malformed -> named(malformed.test.getId(), () -> assertRefused(malformed)));
  }

  /** Reports name dynamic tests by their numbers only, so that the failure has to tell the id. */
  private static DynamicTest named(String id, Executable executable) {
    return dynamicTest(id, () -> assertAll(id, executable));
  }

  @Test
  void noCaseDisappearsFromTheSuite() {
    assertEquals(
        "128 92 653", requests().size() + " " + responses().size() + " " + malformed().size());
  }

  private static List<Request> requests() {
    List<Request> cases = new ArrayList<>();
    SuiteServices.operations()
        .forEach(operation ->
            model(operation.id())
                .getTrait(HttpRequestTestsTrait.class)
                .ifPresent(trait ->
                    trait.getTestCasesFor(AppliesTo.SERVER).stream()
                        .filter(RestJsonSuiteTest::applies)
                        .forEach(test -> cases.add(new Request(operation, test)))));
    return cases;
  }

  private static List<Response> responses() {
    List<Response> cases = new ArrayList<>();
    SuiteServices.operations()
        .forEach(operation -> {
          responses(operation.id()).forEach(test -> cases.add(new Response(operation, test, null)));
          software.amazon.smithy.model.shapes.OperationShape shape =
              SuiteServices.MODEL.expectShape(
                  operation.id(), software.amazon.smithy.model.shapes.OperationShape.class);
          for (ShapeId error : shape.getErrorsSet()) {
            ErrorShape<?> descriptor =
                operation.shape().errors().stream()
                    .filter(e -> e.name().equals(error.getName()))
                    .findFirst()
                    .orElseThrow();
            responses(error).forEach(test -> cases.add(new Response(operation, test, descriptor)));
          }
        });
    return cases;
  }

  private static Stream<HttpResponseTestCase> responses(ShapeId id) {
    return model(id).getTrait(HttpResponseTestsTrait.class).stream()
        .flatMap(trait -> trait.getTestCasesFor(AppliesTo.SERVER).stream())
        .filter(RestJsonSuiteTest::applies);
  }

  private static List<Malformed> malformed() {
    List<Malformed> cases = new ArrayList<>();
    SuiteServices.operations()
        .forEach(operation ->
            model(operation.id())
                .getTrait(HttpMalformedRequestTestsTrait.class)
                .ifPresent(trait ->
                    trait.getTestCases().stream()
                        .filter(test -> test.getProtocol().equals(SuiteServices.PROTOCOL))
                        .filter(test -> !NOT_APPLICABLE.containsKey(test.getId()))
                        .forEach(test -> cases.add(new Malformed(operation, test)))));
    return cases;
  }

  private static Shape model(ShapeId id) {
    return SuiteServices.MODEL.expectShape(id);
  }

  private static boolean applies(HttpMessageTestCase test) {
    return test.getProtocol().equals(SuiteServices.PROTOCOL)
        && !NOT_APPLICABLE.containsKey(test.getId());
  }

  private static void assertDecoded(Request request) {
    HttpRequestTestCase test = request.test;
    Map<String, String> headers = new HashMap<>(test.getHeaders());
    test.getBodyMediaType()
        .filter(_ -> test.getBody().isPresent() && !test.getBody().get().isEmpty())
        .ifPresent(type -> headers.putIfAbsent("Content-Type", type));
    List<Object> inputs = new ArrayList<>();
    OperationHandler capture =
        new OperationHandler() {
          @Override
          public <I, O> O handle(
              OperationShape<I, O> operation, Supplier<I> input, WireRequest wire) {
            assertEquals(request.operation.shape(), operation);
            inputs.add(Objects.requireNonNull(input.get()));
            throw new ProtocolException("Captured", 418, "Captured", "");
          }
        };
    WireResponse answer =
        SuiteServices.answer(
            request.operation,
            capture,
            wire(
                test.getMethod(),
                test.getUri(),
                test.getQueryParams(),
                headers,
                test.getBody().orElse("")));
    assertEquals(418, answer.status(), () -> text(answer));
    assertEquals(
        NodeValues.structure(request.operation.shape().input(), test.getParams()),
        inputs.getFirst());
  }

  private static void assertEncoded(Response response) throws JsonProcessingException {
    HttpResponseTestCase test = response.test;
    OperationHandler handler =
        new OperationHandler() {
          @Override
          public <I, O> O handle(
              OperationShape<I, O> operation, Supplier<I> input, WireRequest wire) {
            ErrorShape<?> error = response.error;
            if (error != null) {
              throw (ModelledException) NodeValues.structure(error.structure(), test.getParams());
            }
            return NodeValues.structure(operation.output(), test.getParams());
          }
        };
    OperationShape<?, ?> operation = response.operation.shape();
    String path = operation.uri().replaceAll("\\{[^}]*}", "0");
    WireResponse answer =
        SuiteServices.answer(
            response.operation, handler, wire(operation.method(), path, List.of(), Map.of(), ""));
    assertEquals(test.getCode(), answer.status(), () -> text(answer));
    assertHeaders(test.getHeaders(), answer);
    test.getForbidHeaders().forEach(name -> assertEquals(List.of(), values(answer, name)));
    test.getRequireHeaders()
        .forEach(name -> assertFalse(values(answer, name).isEmpty(), () -> name + " is missing"));
    if (test.getBody().isPresent()) {
      assertBody(test.getBody().get(), test.getBodyMediaType().orElse(""), answer);
    }
  }

  private static void assertRefused(Malformed malformed) throws JsonProcessingException {
    HttpMalformedRequestTestCase test = malformed.test;
    OperationHandler handler =
        new OperationHandler() {
          @Override
          public <I, O> O handle(
              OperationShape<I, O> operation, Supplier<I> input, WireRequest wire) {
            throw new AssertionError("accepted as " + input.get());
          }
        };
    WireResponse answer =
        SuiteServices.answer(
            malformed.operation,
            handler,
            wire(
                test.getRequest().getMethod(),
                test.getRequest().getUri().orElse("/"),
                test.getRequest().getQueryParams(),
                test.getRequest().getHeaders(),
                test.getRequest().getBody().orElse("")));
    assertEquals(test.getResponse().getCode(), answer.status(), () -> text(answer));
    assertHeaders(test.getResponse().getHeaders(), answer);
    var body = test.getResponse().getBody();
    if (body.isPresent() && body.get().getContents().isPresent()) {
      // A dollar is doubled for the expansion of parameters, also in a case that has none.
      assertBody(
          body.get().getContents().get().replace("$$", "$"), body.get().getMediaType(), answer);
    }
    if (body.isPresent() && body.get().getMessageRegex().isPresent()) {
      String message = JSON.readTree(text(answer)).path("message").asText();
      String regex = body.get().getMessageRegex().get();
      assertTrue(message.matches("(?s).*" + regex + ".*"), () -> message + " is not " + regex);
    }
  }

  private static WireRequest wire(
      String method, String uri, List<String> params, Map<String, String> headers, String body) {
    int mark = uri.indexOf('?');
    List<String> query = new ArrayList<>(params);
    if (mark >= 0) {
      query.addFirst(uri.substring(mark + 1));
    }
    return new WireRequest(
        method,
        mark < 0 ? uri : uri.substring(0, mark),
        query.isEmpty() ? null : String.join("&", query),
        headers.entrySet().stream().map(e -> new Header(e.getKey(), e.getValue())).toList(),
        body.getBytes(StandardCharsets.UTF_8),
        "request-1",
        "192.0.2.1");
  }

  private static void assertHeaders(Map<String, String> expected, WireResponse answer) {
    expected.forEach((name, value) -> {
      if (name.equals("Content-Length")) {
        // The web server writes it, from the body.
        assertEquals(value, String.valueOf(answer.body().length));
      } else {
        assertEquals(List.of(value), values(answer, name), name);
      }
    });
  }

  private static void assertBody(String expected, String mediaType, WireResponse answer)
      throws JsonProcessingException {
    if (mediaType.equals("application/json") && !expected.isEmpty()) {
      assertEquals(JSON.readTree(expected), JSON.readTree(text(answer)));
    } else {
      assertEquals(expected, text(answer));
    }
  }

  private static List<String> values(WireResponse answer, String name) {
    return answer.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  private static String text(WireResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
