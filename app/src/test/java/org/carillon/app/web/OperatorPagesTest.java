package org.carillon.app.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.protocol.web.Page;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OperatorPagesTest {

  private final Meters meters = new Meters();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicInteger writes = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicBoolean hanging = new AtomicBoolean();
  private volatile List<String> overdue = List.of();
  private final Readiness readiness =
      new Readiness(this::write, () -> overdue, Duration.ofMillis(100));
  private final OperatorPages pages =
      new OperatorPages(
          readiness,
          meters.registry(),
          Map.of(
              "/openapi.json", "{}".getBytes(StandardCharsets.UTF_8),
              "/service-2.json", "{\"version\":2}".getBytes(StandardCharsets.UTF_8)),
          Duration.ZERO);

  @AfterEach
  void release() {
    released.countDown();
    readiness.close();
    meters.close();
  }

  @Test
  void readyNamesWhatIsInTheWay() {
    assertEquals("200 ready\n", get("/health/ready"));
    overdue = List.of("fulfil-orders", "release-numbers");
    assertEquals(
        "503 not ready: background work is overdue (fulfil-orders, release-numbers)\n",
        get("/health/ready"));
    broken.set(true);
    readiness.probe();
    assertEquals(
        "503 not ready: the database takes no writes, background work is overdue (fulfil-orders,"
            + " release-numbers)\n",
        get("/health/ready"));
    broken.set(false);
    readiness.probe();
    overdue = List.of();
    assertEquals("200 ready\n", get("/health/ready"));
    readiness.stop();
    assertEquals("503 not ready: the server is stopping\n", get("/health/ready"));
    assertEquals("200 live\n", get("/health/live"));
  }

  @Test
  void aHangingWriteIsNoticedAndNotRepeatedHoweverManyAsk() throws Exception {
    hanging.set(true);
    readiness.every(Duration.ofMillis(1));
    await("a write that hangs").until(() -> get("/health/ready").startsWith("503"));
    for (int i = 0; i < 100; i++) {
      assertEquals("503 not ready: the database takes no writes\n", get("/health/ready"));
    }
    assertEquals(1, writes.get());
  }

  @Test
  void askingCostsNoWrite() {
    readiness.probe();
    for (int i = 0; i < 100; i++) {
      assertEquals("200 ready\n", get("/health/ready"));
    }
    assertEquals(1, writes.get());
  }

  @Test
  void metricsShowOperationsByOutcomeWithAHistogramAndTheMachine() {
    meters
        .registry()
        .timer("carillon.operations", "operation", "GetPhoneNumber", "outcome", "Done")
        .record(Duration.ofMillis(3));
    String text = get("/metrics");
    assertTrue(
        text.contains(
            "carillon_operations_seconds_bucket{operation=\"GetPhoneNumber\",outcome=\"Done\",le=\"0.005\"}"
                + " 1"),
        text);
    assertTrue(text.contains("jvm_memory_used_bytes{"), text);
    assertTrue(text.contains("process_uptime_seconds "), text);
  }

  @Test
  void theApisDescriptionsAreServed() {
    assertEquals("200 {}", get("/openapi.json"));
    assertEquals("200 {\"version\":2}", get("/service-2.json"));
  }

  @Test
  void theDescriptionIsOneArrayHoweverOftenItIsSent() {
    assertSame(
        ask(pages, "/openapi.json").toCompletableFuture().join().body(),
        ask(pages, "/openapi.json").toCompletableFuture().join().body());
  }

  @Test
  void metricsAndReadinessFoundOutForOneServeAllWhoAskWithinTheTime() {
    OperatorPages shared =
        new OperatorPages(readiness, meters.registry(), Map.of(), Duration.ofMinutes(1));
    WireResponse metrics = ask(shared, "/metrics").toCompletableFuture().join();
    assertSame(metrics, ask(shared, "/metrics").toCompletableFuture().join());
    WireResponse ready = ask(shared, "/health/ready").toCompletableFuture().join();
    assertSame(ready, ask(shared, "/health/ready").toCompletableFuture().join());
  }

  @Test
  void nobodysThreadWaitsForAnAnswerThatTakesLongAndItIsMadeOnce() {
    hanging.set(true);
    WireResponse response = new WireResponse(200, List.of(), new byte[0]);
    SharedAnswer slow =
        new SharedAnswer(
            "slow",
            () -> {
              write();
              return response;
            },
            Duration.ofMinutes(1));
    List<CompletionStage<WireResponse>> asked = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      asked.add(slow.get());
    }
    assertTrue(asked.stream().noneMatch(each -> each.toCompletableFuture().isDone()));
    released.countDown();
    for (CompletionStage<WireResponse> each : asked) {
      assertSame(response, each.toCompletableFuture().join());
    }
    assertEquals(1, writes.get());
  }

  @Test
  void anAnswerWhoseThreadDoesNotStartFailsAndTheNextOneIsMade() {
    WireResponse response = new WireResponse(200, List.of(), new byte[0]);
    AtomicBoolean full = new AtomicBoolean(true);
    SharedAnswer answer =
        new SharedAnswer(
            making -> {
              if (full.get()) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              return new Thread(making);
            },
            () -> response,
            Duration.ofMinutes(1));
    assertTrue(answer.get().toCompletableFuture().isCompletedExceptionally());
    full.set(false);
    assertSame(response, answer.get().toCompletableFuture().join());
  }

  @Test
  void aBrowserIsToldWhereHealthDescriptionAndDocumentsAre() {
    assertEquals(Page.Readers.BROWSERS, Objects.requireNonNull(pages.byPath().get("/")).readers());
    WireResponse home = ask(pages, "/").toCompletableFuture().join();
    String text = new String(home.body(), StandardCharsets.UTF_8);
    for (String place :
        List.of("/health/ready", "/metrics", "/openapi.json", "/service-2.json", "docs")) {
      assertTrue(text.contains(place), text);
    }
    assertTrue(home.headers().contains(new Header("Content-Type", "text/html; charset=utf-8")));
    assertTrue(
        home.headers().stream()
            .anyMatch(header ->
                header.name().equals("Content-Security-Policy")
                    && header.value().startsWith("default-src 'none'")));
  }

  private void write() {
    writes.incrementAndGet();
    if (hanging.get()) {
      try {
        released.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    if (broken.get()) {
      throw new IllegalStateException("the disk is gone");
    }
  }

  private String get(String path) {
    return get(pages, path);
  }

  private static String get(OperatorPages pages, String path) {
    WireResponse response = ask(pages, path).toCompletableFuture().join();
    return response.status() + " " + new String(response.body(), StandardCharsets.UTF_8);
  }

  private static CompletionStage<WireResponse> ask(OperatorPages pages, String path) {
    Page page = pages.byPath().get(path);
    assertNotNull(page, path);
    return page.answer().get();
  }
}
