package org.carillon.app.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.carillon.api.shape.OperationShape;
import org.carillon.app.installation.FailureException;
import org.carillon.protocol.sigv4.RequestSigner;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;

/**
 * Calls operations of a server.
 *
 * @param endpoint scheme, host and port of the server
 * @param signer signs each request
 */
public record ApiClient(URI endpoint, RequestSigner signer) {

  /** Longer than the server lets a request take. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Returns an operation's answer as JSON; empty where it answers nothing.
   *
   * @param input the members by their names in the model
   * @throws FailureException when the server refuses the request or does not answer
   */
  public String call(OperationShape<?, ?> operation, ObjectNode input) {
    WireRequest request = OperationRequest.of(operation, input, host());
    HttpRequest.Builder http =
        HttpRequest.newBuilder(
                URI.create(
                    "%s://%s%s%s"
                        .formatted(
                            endpoint.getScheme(),
                            endpoint.getRawAuthority(),
                            request.rawPath(),
                            request.rawQuery() == null ? "" : "?" + request.rawQuery())))
            .timeout(PATIENCE)
            .method(
                request.method(),
                request.body().length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(request.body()));
    for (Header header : request.headers()) {
      if (!header.name().equals("Host")) {
        http.header(header.name(), header.value()); // Java writes Host by itself.
      }
    }
    signer.sign(request).forEach(header -> http.header(header.name(), header.value()));
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      HttpResponse<String> response =
          client.send(http.build(), HttpResponse.BodyHandlers.ofString());
      return OperationAnswer.text(operation, response);
    } catch (IOException silent) {
      throw new FailureException(
          "The server at %s does not answer: start it, or name another with --endpoint-url."
              .formatted(endpoint),
          silent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new FailureException("The call was interrupted.", interrupted);
    }
  }

  /** The Host header as Java writes it: without the port that the scheme implies. */
  private String host() {
    boolean implied =
        Set.of("http:80", "https:443").contains(endpoint.getScheme() + ":" + endpoint.getPort());
    return endpoint.getPort() < 0 || implied
        ? endpoint.getHost()
        : endpoint.getHost() + ":" + endpoint.getPort();
  }
}
