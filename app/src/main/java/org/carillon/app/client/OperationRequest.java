package org.carillon.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.OperationShape;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Distributes an operation's input over path, query, headers and body, as the model says. */
final class OperationRequest {

  private final OperationShape<?, ?> operation;
  private final List<String> query = new ArrayList<>();
  private final List<Header> headers = new ArrayList<>();
  private final ObjectNode body = JsonNodeFactory.instance.objectNode();
  private String path;
  private @Nullable JsonNode payload;

  private OperationRequest(OperationShape<?, ?> operation) {
    this.operation = operation;
    int mark = operation.uri().indexOf('?');
    this.path = mark < 0 ? operation.uri() : operation.uri().substring(0, mark);
    if (mark >= 0) {
      query.add(operation.uri().substring(mark + 1));
    }
  }

  /**
   * Returns the request, not yet signed.
   *
   * @param input the members by their names in the model
   * @param host what the Host header is to say
   */
  static WireRequest of(OperationShape<?, ?> operation, ObjectNode input, String host) {
    OperationRequest request = new OperationRequest(operation);
    for (Member member : operation.input().members()) {
      JsonNode value = input.get(member.name());
      if (value != null && !value.isNull()) {
        request.put(member, value);
      }
    }
    return request.wire(host);
  }

  private void put(Member member, JsonNode value) {
    switch (member.location()) {
      case LABEL ->
          path =
              path.replace("{" + member.wireName() + "}", encoded(value.asText()))
                  .replace(
                      "{" + member.wireName() + "+}", encoded(value.asText()).replace("%2F", "/"));
      case QUERY -> parameters(member.wireName(), value);
      case QUERY_PARAMS ->
          members(value).forEach(each -> parameters(each.getKey(), each.getValue()));
      case HEADER -> headers.add(new Header(member.wireName(), value.asText()));
      case PREFIX_HEADERS ->
          members(value)
              .forEach(each ->
                  headers.add(
                      new Header(member.wireName() + each.getKey(), each.getValue().asText())));
      case BODY -> body.set(member.wireName(), value);
      case PAYLOAD -> payload = value;
      case STATUS_CODE -> throw new IllegalArgumentException(member.name() + " belongs to answers");
    }
  }

  private static List<Map.Entry<String, JsonNode>> members(JsonNode value) {
    return List.copyOf(value.properties());
  }

  private void parameters(String name, JsonNode value) {
    if (value.isArray()) {
      value.forEach(item -> parameters(name, item));
    } else {
      query.add(encoded(name) + "=" + encoded(value.asText()));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private WireRequest wire(String host) {
    String text = "";
    if (payload != null) {
      text = payload.isTextual() ? payload.asText() : payload.toString();
    } else if (operation.input().members().stream()
        .anyMatch(member -> member.location() == Member.Location.BODY)) {
      text = body.toString();
      headers.add(new Header("Content-Type", "application/json"));
    }
    headers.add(new Header("Host", host));
    return new WireRequest(
        operation.method(),
        path,
        query.isEmpty() ? null : String.join("&", query),
        headers,
        text.getBytes(StandardCharsets.UTF_8),
        "",
        "");
  }
}
