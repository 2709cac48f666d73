package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The server runs the request that was signed, however else the same request may be written. */
class SignedFormTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void spellingsOfTheContentTypeAreSignedAsTheyAreAndDoNotSpoilEachOther() throws Exception {
    for (String type :
        List.of(
            "application/json",
            "application/json; charset=UTF-8",
            "application/JSON",
            "application/json;charset=utf-8",
            "Application/Json; charset=UTF-8",
            "application/json")) {
      HttpResponse<String> answer =
          send("POST", "/accounts", "/accounts", type, "{\"Name\":\"x\"}");
      assertEquals(201, answer.statusCode(), () -> type + ": " + answer.body());
    }
  }

  @Test
  void aPlusInAQueryIsTheBlankThatWasSigned() throws Exception {
    String name = "plus " + System.nanoTime();
    String created = "{\"Name\":\"" + name + "\"}";
    assertEquals(
        201, send("POST", "/accounts", "/accounts", "application/json", created).statusCode());
    String signed = "/accounts?name=" + name.replace(" ", "%20");
    for (String sent : List.of(signed, signed.replace("%20", "+"))) {
      HttpResponse<String> answer = send("GET", sent, signed, "application/json", "");
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("\"Name\":\"" + name + "\""), answer.body());
    }
  }

  @Test
  void aPathThatIsSignedInAnotherFormIsRefused() throws Exception {
    Map<String, String> signedBySent =
        Map.of(
            "/accounts//users", "/accounts/users",
            "/accounts/./users/jane", "/accounts/users/jane",
            "/accounts/../users/jane", "/users/jane",
            "/phone-numbers/..", "/",
            "/phone-numbers/.", "/phone-numbers");
    for (Map.Entry<String, String> each : signedBySent.entrySet()) {
      HttpResponse<String> answer =
          send("GET", each.getKey(), each.getValue(), "application/json", "");
      assertEquals(400, answer.statusCode(), () -> each + ": " + answer.body());
      assertEquals(
          "BadRequestException", answer.headers().firstValue("x-amzn-ErrorType").orElse(""));
      assertTrue(answer.body().contains("send " + each.getValue()), answer.body());
    }
  }

  /** Sends one request with the signature of another, which has the same canonical form. */
  private HttpResponse<String> send(
      String verb, String sent, String signed, String type, String body)
      throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(verb))
            .uri(URI.create(RunningServer.ENDPOINT + signed))
            .putHeader("Content-Type", type)
            .build();
    SdkHttpRequest out =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(
                        AwsCredentialsIdentity.create(
                            RunningServer.ACCESS_KEY_ID, RunningServer.SECRET_ACCESS_KEY))
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(bytes))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "chime")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
            .request();
    HttpRequest.Builder question =
        HttpRequest.newBuilder(URI.create(RunningServer.ENDPOINT + sent))
            .timeout(PATIENCE)
            .method(verb, BodyPublishers.ofByteArray(bytes));
    out.forEachHeader((name, values) -> {
      if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
        values.forEach(value -> question.header(name, value));
      }
    });
    return client.send(question.build(), BodyHandlers.ofString());
  }
}
