package org.carillon.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.OperationShape;

/** The descriptions of operations and members in the model, as plain text. */
public final class ModelTexts {

  private final JsonNode model;

  private ModelTexts(JsonNode model) {
    this.model = model;
  }

  /** Reads the texts of the service's model. */
  public static ModelTexts read() {
    try (InputStream json =
        Objects.requireNonNull(ModelTexts.class.getResourceAsStream("/service-2.json"))) {
      return new ModelTexts(new JsonMapper().readTree(json));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Returns what an operation does. */
  public String of(OperationShape<?, ?> operation) {
    return plain(model.path("operations").path(operation.name()));
  }

  /** Returns what a member of an operation's input is. */
  public String of(OperationShape<?, ?> operation, Member member) {
    String input = operation.input().name();
    return plain(model.path("shapes").path(input).path("members").path(member.name()));
  }

  private static String plain(JsonNode described) {
    return described
        .path("documentation")
        .asText()
        .replace("</p><p>", "\n")
        .replaceAll("<[^>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
