package org.carillon.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.carillon.protocol.wire.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OperatorPagesTest {

  private final Meters meters = new Meters();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicBoolean sweeping = new AtomicBoolean(true);
  private final AtomicInteger questions = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicBoolean hanging = new AtomicBoolean();
  private final Readiness readiness =
      new Readiness(this::question, sweeping::get, Duration.ofMillis(100));
  private final OperatorPages pages =
      new OperatorPages(readiness, meters.registry(), () -> "{}".getBytes(StandardCharsets.UTF_8));

  @AfterEach
  void release() {
    released.countDown();
    meters.close();
  }

  @Test
  void readyNamesWhatIsInTheWay() {
    assertEquals("200 ready\n", get("/health/ready"));
    sweeping.set(false);
    assertEquals("503 not ready: background work has stopped\n", get("/health/ready"));
    broken.set(true);
    assertEquals(
        "503 not ready: the database does not answer, background work has stopped\n",
        get("/health/ready"));
    broken.set(false);
    sweeping.set(true);
    readiness.stop();
    assertEquals("503 not ready: the server is stopping\n", get("/health/ready"));
    assertEquals("200 live\n", get("/health/live"));
  }

  @Test
  void aHangingDatabaseIsAskedOnceAtATime() {
    hanging.set(true);
    assertEquals("503 not ready: the database does not answer\n", get("/health/ready"));
    assertEquals("503 not ready: the database does not answer\n", get("/health/ready"));
    assertEquals(1, questions.get());
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
            "carillon_operations_seconds_bucket{operation=\"GetPhoneNumber\",outcome=\"Done\",le=\"0.005\"} 1"),
        text);
    assertTrue(text.contains("jvm_memory_used_bytes{"), text);
    assertTrue(text.contains("process_uptime_seconds "), text);
  }

  @Test
  void theApisDescriptionIsServed() {
    assertEquals("200 {}", get("/openapi.json"));
  }

  private void question() {
    questions.incrementAndGet();
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
    Supplier<WireResponse> page = pages.byPath().get(path);
    assertNotNull(page, path);
    WireResponse response = page.get();
    return response.status() + " " + new String(response.body(), StandardCharsets.UTF_8);
  }
}
