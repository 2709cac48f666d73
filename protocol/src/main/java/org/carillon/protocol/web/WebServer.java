package org.carillon.protocol.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the API and plain pages over HTTP/1.1, and bounds what a client may cost.
 *
 * <p>Each request of the API runs on its own virtual thread and may block; a few threads of the
 * system, which never block, do everything else, so that pages are answered while the API or its
 * clients wait. Path, query and headers reach the API exactly as on the wire; every answer carries
 * {@code x-amzn-RequestId} and {@code Date}; the request's id is in the logging context as {@code
 * requestId}.
 */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int ACCEPTED_AND_WAITING = 1024;
  private static final int LAST_ACCEPTED_MILLIS = 1000;

  /**
   * What the system may hold of a connection each way (Linux doubles it). Left to itself it holds
   * megabytes for who does not read; this is still 600 kB a second at a distance of 100 ms.
   */
  private static final int SYSTEM_BUFFER = 32 << 10;

  private final Server server;
  private final ServerConnector connector;
  private final Clients clients;
  private final ExecutorService requests =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 1).factory());

  /**
   * A server that does not listen yet.
   *
   * @param api answers a request; a failure of it is logged and answered as a typed 500
   * @param pages answer by exact path, such as {@code /health/live}; they come before the API
   * @param log hears of every answer
   */
  public WebServer(
      WebServerSettings settings,
      Function<WireRequest, WireResponse> api,
      Map<String, Page> pages,
      AccessLog log) {
    WebServerSettings.Patience patience = settings.patience();
    int processors = Runtime.getRuntime().availableProcessors();
    QueuedThreadPool threads = new QueuedThreadPool(processors + 8);
    threads.setName("web");
    server = new Server(threads);
    clients = new Clients(settings.maxConnections(), patience.headers());
    connector =
        new ServerConnector(
            server, 1, Math.max(1, processors / 2), new BoundedHttp(http(settings)));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(patience.idle().toMillis());
    connector.setShutdownIdleTimeout(patience.idle().toMillis()); // Clients drains by itself.
    connector.setAcceptQueueSize(ACCEPTED_AND_WAITING);
    connector.setAcceptedSendBufferSize(SYSTEM_BUFFER);
    connector.setAcceptedReceiveBufferSize(SYSTEM_BUFFER);
    connector.addBean(clients);
    server.addConnector(connector);
    Answers answers = new Answers(clients, memory(settings), patience.idle(), settings.leastRate());
    BodyReader bodies = new BodyReader(settings.maxBodyBytes(), patience.body(), memory(settings));
    server.setHandler(
        new ApiHandler(clients, bodies, answers, api, pages, requests, settings.maxRequests()));
    server.setErrorHandler(new TypedErrors(answers));
    server.setStopTimeout(patience.drain().toMillis());
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
      clients.watch(server.getScheduler());
    } catch (Exception e) { // Jetty declares no narrower one.
      close();
      throw new IllegalStateException(
          "Cannot listen on "
              + connector.getHost()
              + ":"
              + connector.getPort()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** The port listened on. */
  public int port() {
    return connector.getLocalPort();
  }

  /**
   * Stops accepting once nobody waits to be, lets requests that run or are on their way finish for
   * the time set, then closes everything.
   */
  @Override
  public void close() {
    clients.drain();
    if (connector.isStarted()
        && connector.getTransport() instanceof ServerSocketChannel listening) {
      acceptTheWaiting(listening);
    }
    try {
      server.stop();
    } catch (Exception e) { // Jetty declares no narrower one.
      throw new IllegalStateException("The web server did not stop cleanly", e);
    } finally {
      requests.shutdownNow();
    }
  }

  /**
   * The system resets connections that wait when nobody listens any more. It hands them out in
   * order: once a last one of our own is served, none waits that came before.
   */
  private static void acceptTheWaiting(ServerSocketChannel listening) {
    try (Socket last = new Socket()) {
      SocketAddress bound = listening.getLocalAddress();
      last.setSoTimeout(LAST_ACCEPTED_MILLIS);
      last.connect(
          bound instanceof InetSocketAddress any && any.getAddress().isAnyLocalAddress()
              ? new InetSocketAddress(any.getPort())
              : bound,
          LAST_ACCEPTED_MILLIS);
      last.shutdownOutput();
      int end = last.getInputStream().read();
      LOG.debug("All waiting connections are accepted ({})", end);
    } catch (IOException e) {
      LOG.info("Some waiting connections may be lost: {}", e.getMessage());
    }
  }

  private static MemoryShare memory(WebServerSettings settings) {
    return new MemoryShare(settings.memory(), System::nanoTime);
  }

  private static HttpConfiguration http(WebServerSettings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE); // The raw path is ours to read and to refuse.
    http.setHttpCompliance(HttpCompliance.RFC9110);
    http.setRequestHeaderSize(settings.maxHeaderBytes());
    http.setHeaderCacheCaseSensitive(true); // The signature covers the spelling as sent.
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setSendDateHeader(true);
    return http;
  }
}
