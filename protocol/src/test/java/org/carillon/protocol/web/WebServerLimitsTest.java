package org.carillon.protocol.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.protocol.web.RawClient.Answer;
import org.carillon.protocol.web.WebServerSettings.Patience;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits on clients that are slow, too many or do not read, while others are served. */
class WebServerLimitsTest {

  private static final String HOST = "Host: localhost\r\n";
  private static final int CONNECTIONS = 40;
  private static final int MEMORY = 4 << 20;
  private static final int LARGE = 1 << 20;
  private static final int RATE = 16 << 20;

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Semaphore running = new Semaphore(0);
  private final AtomicBoolean spinning = new AtomicBoolean(true);
  private final List<RawClient> clients = new ArrayList<>();
  private WebServer server = server(Duration.ofSeconds(20));

  private WebServer server(Duration idle) {
    WebServer begun =
        new WebServer(
            WebServerSettings.defaults()
                .listeningOn("127.0.0.1", 0)
                .allowing(CONNECTIONS, 8, MEMORY, RATE)
                .waiting(
                    new Patience(
                        idle,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(10))),
            this::api,
            Map.of(
                "/live", Page.constant(Page.Readers.ALL, text("alive")),
                "/large", Page.constant(Page.Readers.ALL, text("x".repeat(LARGE))),
                "/", Page.constant(Page.Readers.BROWSERS, text("<!doctype html>"))),
            (method, status, duration, id) -> {});
    begun.start();
    return begun;
  }

  @AfterEach
  void stop() throws IOException {
    goOn.countDown();
    spinning.set(false);
    for (RawClient each : clients) {
      each.close();
    }
    server.close();
  }

  private WireResponse api(WireRequest request) {
    switch (request.rawPath()) {
      case "/wait" -> {
        running.release();
        awaitLatch(goOn);
      }
      case "/spin" -> {
        running.release();
        while (spinning.get()) {
          Thread.onSpinWait();
        }
      }
      default -> {}
    }
    return text(request.rawPath().equals("/list") ? "x".repeat(LARGE) : "done");
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static WireResponse text(String body) {
    return new WireResponse(
        200, List.of(new Header("Content-Type", "text/plain")), body.getBytes(UTF_8));
  }

  @Test
  void headersThatDripAreCutOffHoweverSteadily() throws Exception {
    RawClient client = client().send("GET /a HTTP/1.1\r\n" + HOST + "X: ");
    long begin = System.nanoTime();
    assertThrows(
        IOException.class,
        () -> {
          while (System.nanoTime() - begin < Duration.ofSeconds(15).toNanos()) {
            client.send("x");
            Thread.sleep(50);
          }
        });
    assertEquals("done", once("GET /a"));
  }

  @Test
  void headerFieldsAndTrailersAreCountedTogether() throws Exception {
    String chunk = "1\r\nx\r\n0\r\n";
    String chunked = "Transfer-Encoding: chunked\r\n";
    assertEquals(200, status(request("GET /a", "a:b\r\n".repeat(99))));
    assertEquals(431, status(request("GET /a", "a:b\r\n".repeat(100))));
    assertEquals(431, status("GET /a HTTP/1.1\r\n" + HOST + "a:b\r\n".repeat(3_000)));
    assertEquals(200, status(request("POST /a", chunked) + chunk + "a:b\r\n".repeat(98) + "\r\n"));
    assertEquals(400, status(request("POST /a", chunked) + chunk + "a:b\r\n".repeat(99) + "\r\n"));
    RawClient client = client();
    for (int i = 0; i < 3; i++) {
      assertEquals(
          200, client.send(request("GET /a", "a:b\r\n".repeat(60))).read().status(), "" + i);
    }
  }

  private int status(String text) throws IOException {
    return client().send(text).read().status();
  }

  @Test
  void newcomersAreLetInAndTheIdleStrangersGo() throws Exception {
    RawClient known = client();
    assertEquals("done", known.send(request("GET /a")).read().body());
    for (int i = 0; i < 3 * CONNECTIONS; i++) {
      client().send(i % 2 == 0 ? "" : "GET /a HTTP/1.1\r\nHost: l");
    }
    assertEquals("alive", once("GET /live"));
    assertEquals("done", once("GET /a"));
    assertEquals("done", known.send(request("GET /a")).read().body());
    assertTrue(clients.get(1).atEnd(), "the first stranger is still connected");
  }

  @Test
  void newcomersAreServedAndAnswersUnderWaySentBesideBodiesThatDrip() throws Exception {
    for (int i = 0; i < CONNECTIONS - 1; i++) {
      sender();
    }
    RawClient reader = client().send(request("GET /large"));
    reader.awaitAnswer();
    for (int i = 0; i < 6; i++) {
      assertEquals("alive", once("GET /live"));
      sender();
    }
    assertEquals(LARGE, reader.read().body().length());
  }

  /** A client that owes the server a body, as the server has said. */
  private void sender() throws IOException {
    String owed = "Content-Length: 4\r\nExpect: 100-continue\r\n";
    assertEquals(100, client().send(request("POST /a", owed)).read().status());
  }

  @Test
  void runningRequestsKeepTheirConnectionsInACrowd() throws Exception {
    List<RawClient> waiting = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      waiting.add(client().send(request("GET /wait")));
    }
    // Until the server has read a request, its sender is one of the crowd.
    running.acquire(8);
    for (int i = 0; i < 2 * CONNECTIONS; i++) {
      client();
    }
    assertEquals("alive", once("GET /live"));
    goOn.countDown();
    for (RawClient each : waiting) {
      assertEquals("done", each.read().body());
    }
  }

  @Test
  void pagesNeedNoPlaceAmongTheRequests() throws Exception {
    for (int i = 0; i < 20; i++) {
      client().send(request("GET /wait"));
    }
    running.acquire(8); // As many as may run; the others wait for their turn.
    assertEquals("alive", once("GET /live"));
  }

  @Test
  void pagesAreAnsweredWhileRequestsHaveAllProcessorsOfTheVirtualThreads() throws Exception {
    for (int i = 0; i < 8; i++) {
      client().send(request("GET /spin"));
    }
    running.acquire(Math.min(8, Runtime.getRuntime().availableProcessors()));
    assertEquals("alive", once("GET /live"));
    assertEquals("alive", once("GET /live"));
  }

  @Test
  void answersNotReadGiveWayToThoseThatAre() throws Exception {
    List<RawClient> unread = new ArrayList<>();
    for (int i = 0; i < MEMORY / LARGE; i++) {
      RawClient client = client().send(request("GET /list"));
      client.awaitAnswer();
      unread.add(client);
    }
    // Until the others are slow beyond doubt, one more is refused when it only reads.
    Answer answer = client().send(request("GET /list")).read();
    assertEquals(answer.status() == 200 ? "(none)" : "1", answer.header("retry-after"));
    assertEquals("done", once("GET /a"));
    assertEquals(LARGE, once("POST /list").length());
    Thread.sleep(1_100);
    assertEquals(LARGE, once("GET /list").length());
    assertTrue(isCutOff(unread.getFirst()));
    assertEquals(LARGE, unread.getLast().read().body().length());
  }

  private static boolean isCutOff(RawClient client) {
    try {
      return client.read().body().length() < LARGE;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void pagesNotReadCostNoMemoryAndAreSentWhole() throws Exception {
    for (int i = 0; i < CONNECTIONS / 2; i++) {
      client().send(request("GET /large"));
    }
    assertEquals(LARGE, once("GET /large").length());
    RawClient head = client().send(request("HEAD /large"));
    assertEquals(Integer.toString(LARGE), head.read(false).header("content-length"));
    assertEquals("alive", head.send(request("GET /live")).read().body());
  }

  @Test
  void whoReadsTooSlowlyIsCutOffHoweverSteadily() throws Exception {
    server.close();
    server = server(Duration.ofSeconds(4));
    RawClient client = client().send(request("GET /large"));
    long begin = System.nanoTime();
    assertThrows(
        IOException.class,
        () -> {
          for (int i = 0; i < LARGE / 1024; i++) {
            client.read(1024);
            Thread.sleep(30);
          }
        });
    assertTrue(System.nanoTime() - begin < Duration.ofSeconds(20).toNanos());
  }

  @Test
  void bodiesThatDawdleGiveWayToThoseThatArrive() throws Exception {
    for (int i = 0; i < 8; i++) {
      client()
          .send(request("POST /a", "Content-Length: 1000000\r\n"))
          .send("x".repeat(MEMORY / 8 - 1000));
    }
    Thread.sleep(1_200);
    RawClient client = client().send(request("POST /a", "Content-Length: 700000\r\n"));
    assertEquals("done", client.send("x".repeat(700_000)).read().body());
  }

  @Test
  void theHomePageIsForBrowsersAndTheApisOtherwise() throws Exception {
    String browser = "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8\r\n";
    assertTrue(client().send(request("GET /", browser)).read().body().startsWith("<!doctype"));
    assertEquals("done", client().send(request("GET /", "Accept: */*\r\n")).read().body());
    assertEquals("done", once("GET /"));
    assertEquals("done", client().send(request("POST /", browser)).read().body());
  }

  @Test
  void stopServesWhatIsConnectedOrArriving() throws Exception {
    RawClient idle = client();
    RawClient body = client().send(request("POST /a", "Content-Length: 4\r\n")).send("ab");
    RawClient running = client().send(request("GET /wait"));
    List<RawClient> connected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      connected.add(client());
    }
    int port = server.port();
    Thread stopping = Thread.ofVirtual().start(server::close);
    for (RawClient each : connected) {
      each.send(request("GET /a"));
    }
    for (RawClient each : connected) {
      assertEquals("done", each.read().body());
    }
    // Longer than a connection without a request is waited for.
    await("the server waits for requests")
        .during(Duration.ofMillis(1_500))
        .until(stopping::isAlive);
    assertTrue(idle.atEnd());
    assertEquals("done", body.send("cd").read().body());
    goOn.countDown();
    Answer last = running.read();
    assertEquals("done", last.body());
    assertEquals("close", last.header("connection"));
    stopping.join();
    assertThrows(IOException.class, () -> new RawClient(port).close());
  }

  @Test
  void stopLetsARunningRequestFinishAndTakesNoOther() throws Exception {
    RawClient client = client().send(request("GET /wait"));
    running.acquire();
    int port = server.port();
    Thread stopping = Thread.ofVirtual().start(server::close);
    await("the port is closed").until(() -> !accepts(port));
    // Without a drain the connection would be closed by then.
    await("the server waits for the request")
        .during(Duration.ofMillis(500))
        .until(stopping::isAlive);
    goOn.countDown();
    assertEquals("done", client.read().body());
    assertTrue(stopping.join(Duration.ofSeconds(5)));
  }

  private static boolean accepts(int port) {
    try {
      new RawClient(port).close();
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private RawClient client() throws IOException {
    RawClient client = new RawClient(server.port());
    clients.add(client);
    return client;
  }

  private String once(String line) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      return client.send(request(line)).read().body();
    }
  }

  private static String request(String line, String... headers) {
    return line + " HTTP/1.1\r\n" + HOST + String.join("", headers) + "\r\n";
  }
}
