package org.carillon.protocol.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests arrive as they were spelled, since that is what was signed. */
class SpellingTest {

  private final BlockingQueue<WireRequest> seen = new LinkedBlockingQueue<>();
  private final WebServer server =
      new WebServer(
          WebServerSettings.defaults().listeningOn("127.0.0.1", 0),
          request -> {
            seen.add(request);
            return new WireResponse(200, List.of(), new byte[0]);
          },
          Map.of(),
          (method, status, duration, id) -> {});

  SpellingTest() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void headerValuesArriveAsSpelledWhateverCameBeforeOnTheConnection() throws Exception {
    List<String> types =
        List.of(
            "application/json",
            "application/json; charset=UTF-8",
            "application/JSON",
            "Application/json;charset=utf-8",
            "application/json;charset=UTF-8",
            "application/json");
    List<String> hosts =
        List.of("localhost", "LocalHost:80", "LOCALHOST:80", "localhost:80", "h", "H");
    try (RawClient client = new RawClient(server.port())) {
      for (int i = 0; i < types.size(); i++) {
        String accept = i % 2 == 0 ? "*/*" : "Text/HTML, */*";
        client
            .send(
                "POST /a HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nAccept: %s\r\n"
                        .formatted(hosts.get(i), types.get(i), accept)
                    + "User-Agent: %s/1\r\nAccept-Encoding: %s\r\nContent-Length: 2\r\n\r\n{}"
                        .formatted(hosts.get(i), i % 2 == 0 ? "gzip" : "GZIP"))
            .read();
        WireRequest request = seen.take();
        assertEquals(hosts.get(i), request.header("Host"));
        assertEquals(types.get(i), request.header("Content-Type"));
        assertEquals(accept, request.header("Accept"));
        assertEquals(hosts.get(i) + "/1", request.header("User-Agent"));
        assertEquals(i % 2 == 0 ? "gzip" : "GZIP", request.header("Accept-Encoding"));
      }
    }
  }

  @Test
  void methodsArriveAsSpelled() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send("get /a HTTP/1.1\r\nHost: localhost\r\n\r\n").read();
      assertEquals("get", seen.take().method());
    }
  }
}
