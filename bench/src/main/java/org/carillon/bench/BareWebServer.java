package org.carillon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.carillon.protocol.web.WebServer;
import org.carillon.protocol.web.WebServerSettings;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;

/** The API's web server with nothing behind it: a constant for every GET, {@code {}} otherwise. */
final class BareWebServer {

  private BareWebServer() {}

  /** Serves until the process is ended; the one argument is the size of the constant in bytes. */
  public static void main(String[] arguments) throws InterruptedException {
    WireResponse large = json("x".repeat(Integer.parseInt(arguments[0])));
    WireResponse small = json("{}");
    WebServer server =
        new WebServer(
            WebServerSettings.defaults().listeningOn("127.0.0.1", 0),
            request -> request.method().equals("GET") ? large : small,
            Map.of(),
            (method, status, duration, requestId) -> {});
    server.start();
    IO.println("http://127.0.0.1:" + server.port());
    new CountDownLatch(1).await();
  }

  private static WireResponse json(String text) {
    return new WireResponse(
        200, List.of(new Header("Content-Type", "application/json")), text.getBytes(US_ASCII));
  }
}
