package org.carillon.bench;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that makes an account at intervals, and records how long each took. */
final class PacedWriter implements AutoCloseable {

  private static final int PAUSE_MILLIS = 50;

  private final URI server;
  private final Signer.Credentials credentials;
  private final Latencies latencies = new Latencies();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Thread thread;
  private volatile boolean over;
  private double longest;

  /** Begins to write. */
  PacedWriter(URI server, Signer.Credentials credentials) {
    this.server = server;
    this.credentials = credentials;
    this.thread = Thread.ofPlatform().name("writer").start(this::write);
  }

  private void write() {
    try {
      while (!over) {
        long begun = System.nanoTime();
        int status = status();
        long took = System.nanoTime() - begun;
        synchronized (this) {
          statuses.merge(status, 1, Integer::sum);
          latencies.add(took);
          longest = Math.max(longest, took / 1e6);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      over = true;
    }
  }

  /** The status of one answer, or 0 when there was none. */
  private int status() {
    try (SignedClient client = new SignedClient(server, credentials)) {
      return client.status(Call.post("/accounts", "", "{\"Name\":\"Paced\"}"));
    } catch (IOException | GeneralSecurityException unanswered) {
      return 0;
    }
  }

  /** The number of writes that were neither made nor refused as too many. */
  synchronized long failed() {
    return statuses.entrySet().stream()
        .filter(each -> each.getKey() != 201 && each.getKey() != 503)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The number of answers by status. */
  synchronized String statuses() {
    return statuses.toString();
  }

  /** The slowest, in milliseconds. */
  synchronized double longest() {
    return longest;
  }

  /** The results as the cells p50 and p99 of a table. */
  synchronized String cells() {
    return String.format(Locale.ROOT, "%.1f | %.0f", latencies.millis(0.5), latencies.millis(0.99));
  }

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
