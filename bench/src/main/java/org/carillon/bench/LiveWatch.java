package org.carillon.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Asks again and again whether a server is alive, each time as a stranger on a new connection. */
final class LiveWatch implements AutoCloseable {

  private static final byte[] QUESTION =
      "GET /health/live HTTP/1.1\r\nHost: live\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1);
  private static final int PAUSE_MILLIS = 100;

  private final Thread thread;
  private final Latencies latencies = new Latencies();
  private volatile boolean over;
  private final LongAdder failed = new LongAdder();
  private volatile double longest;

  /** Begins to ask that server. */
  LiveWatch(URI server) {
    thread = Thread.ofPlatform().name("live").start(() -> watch(server));
  }

  private void watch(URI server) {
    while (!over) {
      long begun = System.nanoTime();
      try (Connection connection = new Connection(server)) {
        if (connection.exchange(QUESTION) != 200) {
          failed.increment();
        }
      } catch (IOException unanswered) {
        failed.increment();
      }
      long took = System.nanoTime() - begun;
      latencies.add(took);
      longest = Math.max(longest, took / 1e6);
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException interrupted) {
        over = true;
      }
    }
  }

  /** The number of questions without a 200. */
  long failed() {
    return failed.sum();
  }

  /** The results as the cells p50, longest and unanswered of a table. */
  String cells() {
    return String.format(
        Locale.ROOT,
        "%.1f | %.0f | %d of %d",
        latencies.millis(0.5),
        longest,
        failed.sum(),
        latencies.count());
  }

  /** Stops asking. */
  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
