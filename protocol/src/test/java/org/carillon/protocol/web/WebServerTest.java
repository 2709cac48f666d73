package org.carillon.protocol.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.carillon.protocol.web.RawClient.Answer;
import org.carillon.protocol.web.WebServerSettings.Patience;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What the web server does with good and bad requests, seen from a socket. */
class WebServerTest {

  private static final String HOST = "Host: localhost\r\n";
  private static final int BIG = 20 << 20;

  private final BlockingQueue<WireRequest> seen = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
  private final WebServer server =
      new WebServer(
          WebServerSettings.defaults()
              .listeningOn("127.0.0.1", 0)
              .waiting(
                  new Patience(
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(1),
                      Duration.ofSeconds(1),
                      Duration.ofSeconds(5))),
          this::api,
          Map.of("/health/live", Page.constant(Page.Readers.ALL, text(200, "alive"))),
          (method, status, duration, id) -> logged.add(method + " " + status + " " + id));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private WireResponse api(WireRequest request) {
    seen.add(request);
    return switch (request.rawPath()) {
      case "/big" -> new WireResponse(200, List.of(), new byte[BIG]);
      case "/fail" -> throw new IllegalStateException("secret detail");
      case "/missing" -> text(404, "none");
      case "/mdc" -> text(200, String.valueOf(MDC.get("requestId")));
      default -> text(200, request.method() + " " + request.body().length);
    };
  }

  private static WireResponse text(int status, String body) {
    return new WireResponse(
        status, List.of(new Header("Content-Type", "text/plain")), body.getBytes(UTF_8));
  }

  @Test
  void pathAndQueryArriveAsOnTheWire() throws Exception {
    for (String target :
        List.of(
            "/",
            "/phone-numbers/%2B12065550100",
            "/a%2Fb//c",
            "//a/b",
            "/a/../b/./c",
            "/a;b=c/d;e",
            "/a?",
            "/a?operation=x&b=%2B+%20&&c",
            "/a%2e%2e/b",
            "/a?b?c=/;:@",
            "/a%5Cb")) {
      assertEquals(200, once("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n").status(), target);
      WireRequest request = seen.take();
      String query = request.rawQuery();
      String whole = query == null ? request.rawPath() : request.rawPath() + "?" + query;
      assertEquals(target, target.endsWith("?") && query == null ? whole + "?" : whole);
    }
  }

  @Test
  void absoluteTargetIsReadAsItsPath() throws Exception {
    assertEquals(200, once("GET http://localhost/a%2Fb?c HTTP/1.1\r\n" + HOST + "\r\n").status());
    WireRequest request = seen.take();
    assertEquals("/a%2Fb", request.rawPath());
    assertEquals("c", request.rawQuery());
  }

  @Test
  void headersAndBodyArriveInOrderWithTheSource() throws Exception {
    once(
        "POST /a HTTP/1.1\r\n"
            + HOST
            + "X-B: 2\r\nx-b: 1\r\nX-Empty:\r\nX-Text: é  é\r\nContent-Length: 2\r\n\r\n{}");
    WireRequest request = seen.take();
    assertEquals(
        List.of(
            new Header("Host", "localhost"),
            new Header("X-B", "2"),
            new Header("x-b", "1"),
            new Header("X-Empty", ""),
            new Header("X-Text", "é  é"),
            new Header("Content-Length", "2")),
        request.headers());
    assertEquals("{}", new String(request.body(), UTF_8));
    assertEquals("127.0.0.1", request.source());
  }

  @Test
  void everyAnswerHasAnIdAndADateAndNoServerName() throws Exception {
    Answer answer = once("GET /mdc HTTP/1.1\r\n" + HOST + "\r\n");
    String id = answer.header("x-amzn-requestid");
    assertEquals(id, UUID.fromString(id).toString());
    assertEquals(id, answer.body());
    assertEquals(id, seen.take().requestId());
    assertTrue(answer.headers().containsKey("date"));
    assertFalse(answer.headers().containsKey("server"));
    assertEquals("GET 200 " + id, logged.poll(5, TimeUnit.SECONDS));
  }

  @Test
  void pagesAnswerBeforeTheApiAndOnlyToReads() throws Exception {
    assertEquals("alive", once("GET /health/live HTTP/1.1\r\n" + HOST + "\r\n").body());
    typed(405, "MethodNotAllowed", once("PUT /health/live HTTP/1.1\r\n" + HOST + "\r\n"));
    assertTrue(seen.isEmpty());
  }

  @Test
  void headIsAnsweredWithoutBodyAndTheConnectionGoesOn() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      Answer head = client.send("HEAD /missing HTTP/1.1\r\n" + HOST + "\r\n").read(false);
      assertEquals(404, head.status());
      assertEquals("GET 0", client.send("GET /a HTTP/1.1\r\n" + HOST + "\r\n").read().body());
    }
  }

  @Test
  void failureOfTheApiIsATypedErrorWithoutDetails() throws Exception {
    Answer answer = once("GET /fail HTTP/1.1\r\n" + HOST + "\r\n");
    typed(500, "ServiceFailure", answer);
    assertFalse(answer.body().contains("secret"));
  }

  @Test
  void whatIsNotHttpIsRefusedTypedAndClosed() throws Exception {
    Map<String, Integer> requests =
        Map.ofEntries(
            Map.entry("nonsense\r\n\r\n", 400),
            Map.entry("GET\r\n\r\n", 400),
            Map.entry("GET /a HTTP/1.1\r\n\r\n", 400),
            Map.entry("GET /a HTTP/1.1\r\n" + HOST + HOST + "\r\n", 400),
            Map.entry("GET /a HTTP/1.1\r\n" + HOST + "Bad Header: x\r\n\r\n", 400),
            Map.entry("GET /a HTTP/1.1\r\n" + HOST + "A: b\r\n folded\r\n\r\n", 400),
            Map.entry("GET /a HTTP/1.1\r\n" + HOST + "A: b\0c\r\n\r\n", 400),
            Map.entry("GET /a\0b HTTP/1.1\r\n" + HOST + "\r\n", 400),
            Map.entry("GET /a%00b HTTP/1.1\r\n" + HOST + "\r\n", 400),
            Map.entry("GET /a HTTP/3.7\r\n" + HOST + "\r\n", 505),
            Map.entry("GET /a HTTP/1.1\r\n" + HOST + "A: " + "x".repeat(17_000) + "\r\n\r\n", 431),
            Map.entry("GET /" + "x".repeat(17_000) + " HTTP/1.1\r\n" + HOST + "\r\n", 414),
            Map.entry("POST /a HTTP/1.1\r\n" + HOST + "Content-Length: x\r\n\r\n", 400),
            Map.entry("POST /a HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n", 400),
            Map.entry(
                "POST /a HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                400),
            Map.entry(
                "POST /a HTTP/1.1\r\n"
                    + HOST
                    + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                    + "GET /smuggled HTTP/1.1\r\n"
                    + HOST
                    + "\r\n",
                400));
    for (Map.Entry<String, Integer> request : requests.entrySet()) {
      String shown = request.getKey().substring(0, Math.min(80, request.getKey().length()));
      try (RawClient client = new RawClient(server.port())) {
        Answer answer = client.send(request.getKey()).read();
        assertEquals(request.getValue(), answer.status(), shown);
        typed(answer.status(), "", answer);
        assertEquals("close", answer.header("connection"), shown);
        assertTrue(client.atEnd(), shown);
        String line = String.valueOf(logged.poll(5, TimeUnit.SECONDS));
        assertTrue(line.endsWith(answer.status() + " " + answer.header("x-amzn-requestid")), line);
      }
    }
    assertTrue(seen.isEmpty(), () -> "reached the API: " + seen);
  }

  @Test
  void nulFragmentAndBadEscapeAreRefused() throws Exception {
    for (String target : List.of("/a%00b", "/a?b=%00", "/a#b", "/%zz", "/a%2")) {
      typed(400, "BadRequest", once("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n"));
    }
    assertTrue(seen.isEmpty());
  }

  @Test
  void bodyOfOneMebibyteIsReadAndOneByteMoreRefused() throws Exception {
    int limit = 1 << 20;
    assertEquals("POST " + limit, once(post(limit)).body());
    try (RawClient client = new RawClient(server.port())) {
      Answer answer = client.send(post(limit + 1)).read();
      typed(413, "RequestEntityTooLarge", answer);
      assertEquals("close", answer.header("connection"));
      assertTrue(client.atEnd());
    }
  }

  @Test
  void endlessChunkedBodyIsRefusedAndNotParsedOn() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    try (RawClient client = new RawClient(server.port())) {
      client.send(
          "POST /a HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17));
      client.send("0\r\n\r\nGET /left-over HTTP/1.1\r\n" + HOST + "\r\n");
      typed(413, "RequestEntityTooLarge", client.read());
      assertTrue(client.atEnd());
    }
    assertTrue(seen.isEmpty());
  }

  @Test
  void expectedContinueIsSentForASmallBodyOnly() throws Exception {
    String expect = "Expect: 100-continue\r\n\r\n";
    try (RawClient client = new RawClient(server.port())) {
      client.send("POST /a HTTP/1.1\r\n" + HOST + "Content-Length: 2\r\n" + expect);
      assertEquals(100, client.read().status());
      assertEquals("POST 2", client.send("{}").read().body());
      client.send("POST /a HTTP/1.1\r\n" + HOST + "Content-Length: 2000000\r\n" + expect);
      typed(413, "RequestEntityTooLarge", client.read());
      assertTrue(client.atEnd());
    }
  }

  @Test
  void drippingBodyIsRefusedInTime() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send("POST /a HTTP/1.1\r\n" + HOST + "Content-Length: 100\r\n\r\nab");
      typed(408, "RequestTimeout", client.read());
      assertTrue(client.atEnd());
    }
  }

  @Test
  void malformedChunkIsTheClientsFault() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send("POST /a HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");
      typed(400, "BadRequest", client.read());
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send(
          "POST /a HTTP/1.1\r\n"
              + HOST
              + "Content-Length: 2\r\n\r\n{}"
              + "GET /missing HTTP/1.1\r\n"
              + HOST
              + "\r\n"
              + "GET /b HTTP/1.1\r\n"
              + HOST
              + "\r\n");
      assertEquals("POST 2", client.read().body());
      assertEquals("none", client.read().body());
      assertEquals("GET 0", client.read().body());
    }
  }

  @Test
  void slowReaderOfALongAnswerHoldsUpNobody() throws Exception {
    try (RawClient slow = new RawClient(server.port())) {
      slow.send("GET /big HTTP/1.1\r\n" + HOST + "\r\n");
      seen.take();
      assertEquals("GET 0", once("GET /a HTTP/1.1\r\n" + HOST + "\r\n").body());
      assertEquals(BIG, slow.read().body().length());
      assertEquals("GET 0", slow.send("GET /a HTTP/1.1\r\n" + HOST + "\r\n").read().body());
    }
  }

  @Test
  void sixtyFourClientsAreServedAtOnce() throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> served = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        served.add(
            clients.submit(() -> {
              int good = 0;
              try (RawClient client = new RawClient(server.port())) {
                for (int j = 1; j <= 50; j++) {
                  String body = "x".repeat(j);
                  Answer answer =
                      client
                          .send(
                              "POST /a HTTP/1.1\r\n"
                                  + HOST
                                  + "Content-Length: "
                                  + j
                                  + "\r\n\r\n"
                                  + body)
                          .read();
                  good += answer.body().equals("POST " + j) ? 1 : 0;
                }
              }
              return good;
            }));
      }
      for (Future<Integer> good : served) {
        assertEquals(50, good.get(20, TimeUnit.SECONDS));
      }
    }
  }

  private Answer once(String request) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      return client.send(request).read();
    }
  }

  private static String post(int length) {
    return "POST /a HTTP/1.1\r\n"
        + HOST
        + "Content-Length: "
        + length
        + "\r\n\r\n"
        + "x".repeat(length);
  }

  private static void typed(int status, String code, Answer answer) {
    assertEquals(status, answer.status());
    assertTrue(answer.header("x-amzn-errortype").matches(code + "\\w*Exception"), answer::toString);
    assertEquals("application/json", answer.header("content-type"));
    assertTrue(answer.body().startsWith("{\"Code\":\"" + code), answer.body());
    assertEquals(36, answer.header("x-amzn-requestid").length());
    assertFalse(answer.headers().containsKey("server"));
    assertTrue(answer.headers().containsKey("date"), answer::toString);
  }
}
