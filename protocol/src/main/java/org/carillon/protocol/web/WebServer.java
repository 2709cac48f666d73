package org.carillon.protocol.web;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * Serves the API and plain pages over HTTP/1.1, and bounds what a client may cost.
 *
 * <p>Each request runs on its own virtual thread and may block. Path and query reach the API
 * exactly as on the wire; every answer carries {@code x-amzn-RequestId} and {@code Date}; the
 * request's id is in the logging context as {@code requestId}.
 */
public final class WebServer implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  /**
   * A server that does not listen yet.
   *
   * @param api answers a request; a failure of it is logged and answered as a typed 500
   * @param pages answers by exact path to GET and HEAD, such as {@code /health/live}; they come
   *     before the API
   * @param log hears of every answer
   */
  public WebServer(
      WebServerSettings settings,
      Function<WireRequest, WireResponse> api,
      Map<String, Supplier<WireResponse>> pages,
      AccessLog log) {
    host = settings.host();
    server = new Server(new VirtualThreadPool(settings.maxRequests()));
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http(settings)));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.idleTimeout().toMillis());
    connector.setAcceptQueueSize(1024);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(settings.maxConnections(), connector));
    BodyReader bodies =
        new BodyReader(settings.maxBodyBytes(), settings.bodyTimeout(), settings.maxRequests() / 2);
    server.setHandler(new GracefulHandler(new ApiHandler(bodies, api, pages)));
    server.setErrorHandler(new TypedErrors());
    server.setStopTimeout(settings.drainTimeout().toMillis());
    server.setRequestLog((request, response) ->
        log.answered(
            request.getMethod(),
            response.getStatus(),
            Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()),
            Answers.requestId(request)));
  }

  /**
   * Has it listen on a socket that is bound already, rather than bind one at the start.
   *
   * @throws IOException when the socket is closed
   */
  public void listenOn(ServerSocketChannel bound) throws IOException {
    connector.open(bound);
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalStateException when the address cannot be bound
   */
  public void start() {
    try {
      server.start();
    } catch (Exception e) { // Jetty declares no narrower one.
      close();
      throw new IllegalStateException(
          "Cannot listen on " + host + ":" + connector.getPort() + ": " + e.getMessage(), e);
    }
  }

  /** The port listened on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Stops accepting, lets running requests finish for the time set, then closes everything. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // Jetty declares no narrower one.
      throw new IllegalStateException("The web server did not stop cleanly", e);
    }
  }

  private static HttpConfiguration http(WebServerSettings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE); // The raw path is ours to read and to refuse.
    http.setHttpCompliance(HttpCompliance.RFC9110);
    http.setRequestHeaderSize(settings.maxHeaderBytes());
    http.setHeaderCacheCaseSensitive(true); // What is signed is what was sent, to the letter.
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setSendDateHeader(true);
    return http;
  }
}
