package org.carillon.app.installation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.carillon.app.settings.Settings;
import org.carillon.app.web.Meters;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerTest {

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
    client.close();
  }

  @Test
  void pagesStandBesideTheApi() throws Exception {
    Server server = start(folder, 0);
    answer.countDown();
    assertEquals("200 live\n", get(server, "/health/live"));
    assertEquals("200 ready\n", get(server, "/health/ready"));
    assertEquals("200 api", get(server, "/phone-numbers"));
    assertTrue(get(server, "/openapi.json").startsWith("200 {"));
    assertTrue(get(server, "/service-2.json").contains("\"serviceId\": \"Carillon\""));
    assertTrue(get(server, "/paginators-1.json").contains("\"ListLines\""));
    assertTrue(get(server, "/metrics").contains("carillon_requests_seconds_count{status=\"200\"}"));
  }

  @Test
  void aSecondServerOnTheFolderIsRefusedUntilTheFirstEnds() {
    Server first = start(folder, 0);
    FailureException refused = assertThrows(FailureException.class, () -> start(folder, 0));
    assertEquals(
        "Another server is running on the data folder "
            + folder
            + ": stop it, or set another with --data.",
        refused.getMessage());
    first.close();
    start(folder, 0);
  }

  @Test
  void aTakenPortIsRefusedInOneSentenceAndNothingIsBegun() {
    Server first = start(folder.resolve("a"), 0);
    int port = first.address().getPort();
    FailureException refused =
        assertThrows(FailureException.class, () -> start(folder.resolve("b"), port));
    assertTrue(
        String.valueOf(refused.getMessage())
            .startsWith("Cannot listen on 127.0.0.1:" + port + " (Address already in use)"),
        refused.getMessage());
    assertEquals(List.of("work begins"), events);
  }

  @Test
  void aRequestInProgressIsAnsweredBeforeBackgroundWorkEnds() throws Exception {
    Server server = start(folder, 0);
    CompletableFuture<String> slow =
        CompletableFuture.supplyAsync(() -> {
          try {
            return get(server, "/phone-numbers");
          } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
          }
        });
    arrived.await();
    Thread closing = Thread.ofVirtual().start(server::close);
    await("the server waits for the request")
        .during(Duration.ofMillis(200))
        .until(closing::isAlive);
    answer.countDown();
    assertEquals("200 api", result(slow));
    closing.join();
    assertEquals(List.of("work begins", "answered", "work ends"), events);
  }

  private static String result(CompletableFuture<String> slow)
      throws InterruptedException, ExecutionException {
    return slow.get();
  }

  private Server start(Path data, int port) {
    Settings settings =
        Settings.read(
            Map.of("--data", data.toString(), "--port", Integer.toString(port)), Map.of(), data);
    ServerSocketChannel socket = ListeningSocket.bind(settings.server());
    Installation installation = Installation.open(settings);
    opened.add(installation);
    Server server = Server.start(installation, socket, new Meters(), this::work, this::api);
    opened.add(server);
    return server;
  }

  private Server.Running work() {
    events.add("work begins");
    return new Server.Running(List::of, () -> events.add("work ends"));
  }

  private WireResponse api(WireRequest request) {
    arrived.countDown();
    try {
      answer.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    events.add("answered");
    return new WireResponse(200, List.of(), "api".getBytes(StandardCharsets.UTF_8));
  }

  private String get(Server server, String path) throws IOException, InterruptedException {
    var response =
        client.send(
            HttpRequest.newBuilder(server.address().resolve(path)).build(),
            BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
