package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Asks the server what no SDK of AWS knows to ask: plain HTTP and JSON, signed by AWS's own signer.
 * Every answer is held to the contract that the server publishes.
 */
final class SignedHttp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AwsCredentialsIdentity key;

  SignedHttp() {
    this(RunningServer.ACCESS_KEY_ID, RunningServer.SECRET_ACCESS_KEY);
  }

  SignedHttp(String accessKeyId, String secret) {
    key = AwsCredentialsIdentity.create(accessKeyId, secret);
  }

  /** A request of this path, with a label in place of each {@code {}}. */
  Question get(String path, String... labels) {
    return new Question("GET", path, labels);
  }

  Question put(String path, String... labels) {
    return new Question("PUT", path, labels);
  }

  Question post(String path, String... labels) {
    return new Question("POST", path, labels);
  }

  Question delete(String path, String... labels) {
    return new Question("DELETE", path, labels);
  }

  /** A request of any verb, as the contract has it. */
  Question ask(String verb, String path, String... labels) {
    return new Question(verb, path, labels);
  }

  /** What stands at a public path of the server, for which nobody has to sign. */
  static JsonNode published(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(RunningServer.ENDPOINT.resolve(path)).timeout(PATIENCE).build();
    HttpResponse<String> answer = exchange(request);
    assertEquals(200, answer.statusCode(), answer.body());
    return parsed(answer.body());
  }

  private static JsonNode parsed(String text) {
    try {
      return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(text, malformed);
    }
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(request.toString(), broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * What the server answered.
   *
   * @param error its {@code x-amzn-ErrorType}, empty for none
   * @param type its {@code Content-Type}, empty for none
   * @param body the text as JSON; missing where it is of another type
   */
  record Answer(
      int status, String error, String type, HttpHeaders headers, String text, JsonNode body) {}

  /** One request on its way to being sent. */
  final class Question {

    private final String verb;
    private final StringBuilder line = new StringBuilder();
    private @Nullable ObjectNode members;
    private @Nullable String raw;
    private @Nullable String type;

    private Question(String verb, String path, String[] labels) {
      this.verb = verb;
      String[] parts = path.split("\\{}", -1);
      assertEquals(parts.length - 1, labels.length, path);
      line.append(parts[0]);
      for (int i = 0; i < labels.length; i++) {
        line.append(encoded(labels[i])).append(parts[i + 1]);
      }
    }

    /** Adds a parameter to the query. */
    Question with(String name, Object value) {
      line.append(line.indexOf("?") < 0 ? '?' : '&');
      line.append(name).append('=').append(encoded(value.toString()));
      return this;
    }

    /** Adds a member to the body; null for one that is left out. */
    Question member(String name, @Nullable Object value) {
      ObjectNode object = members == null ? JSON.createObjectNode() : members;
      members = object;
      if (value != null) {
        object.set(name, JSON.valueToTree(value));
      }
      return this;
    }

    /** Adds all members of an object to the body. */
    Question members(JsonNode object) {
      object.properties().forEach(each -> member(each.getKey(), each.getValue()));
      return this;
    }

    /** Sends this text as the body, whether or not it is JSON. */
    Question raw(String text) {
      raw = text;
      return this;
    }

    /** Names the body's type, instead of JSON; an empty one for none. */
    Question as(String mediaType) {
      type = mediaType;
      return this;
    }

    /** Sends it and returns the answer. */
    Answer send() {
      String text = raw != null ? raw : members == null ? "" : members.toString();
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      URI uri = URI.create(RunningServer.ENDPOINT + line.toString());
      SdkHttpRequest.Builder request =
          SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(verb)).uri(uri);
      if (type == null ? body.length > 0 : !type.isEmpty()) {
        request.putHeader("Content-Type", type == null ? "application/json" : type);
      }
      SdkHttpRequest signed =
          AwsV4HttpSigner.create()
              .sign(r ->
                  r.identity(key)
                      .request(request.build())
                      .payload(ContentStreamProvider.fromByteArray(body))
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "chime")
                      .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
              .request();
      HttpRequest.Builder out =
          HttpRequest.newBuilder(uri)
              .timeout(PATIENCE)
              .method(verb, HttpRequest.BodyPublishers.ofByteArray(body));
      signed.forEachHeader((name, values) -> {
        // The client writes these two itself, the same.
        if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
          values.forEach(value -> out.header(name, value));
        }
      });
      HttpResponse<String> answer = exchange(out.build());
      String given = answer.headers().firstValue("Content-Type").orElse("");
      Answer told =
          new Answer(
              answer.statusCode(),
              answer.headers().firstValue("x-amzn-ErrorType").orElse(""),
              given,
              answer.headers(),
              answer.body(),
              given.equals("application/json") ? parsed(answer.body()) : JSON.missingNode());
      Contract.published().answered(verb, uri, told);
      return told;
    }

    /** Sends it and answers the body, having asserted the status of a success. */
    JsonNode answers(int status) {
      Answer answer = send();
      assertEquals(status, answer.status(), () -> this + ": " + answer);
      return answer.body();
    }

    /** Sends it and after it for every further page; answers the bodies. */
    List<JsonNode> pages() {
      int end = line.length();
      List<JsonNode> pages = new ArrayList<>();
      JsonNode page = answers(200);
      pages.add(page);
      while (page.hasNonNull("NextToken")) {
        line.setLength(end);
        page = with("next-token", page.path("NextToken").asText()).answers(200);
        pages.add(page);
      }
      return pages;
    }

    /**
     * Sends it and answers the message of the refusal, having asserted its status, its type in the
     * header and each of these parts of the message.
     */
    String refuses(int status, String error, String... parts) {
      Answer answer = send();
      assertEquals(status, answer.status(), () -> this + ": " + answer);
      assertEquals(error, answer.error(), () -> this + ": " + answer);
      String message = answer.body().path("Message").asText();
      for (String part : parts) {
        assertTrue(
            message.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)),
            () -> "'" + part + "' is not in: " + message);
      }
      return message;
    }

    @Override
    public String toString() {
      return verb + " " + line;
    }
  }
}
