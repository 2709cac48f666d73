package org.carillon.app.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests should be sent here: the database takes writes, background work gets on, and
 * nobody has asked us to stop. It finds out by itself from time to time, so that an answer waits
 * for nothing and costs nothing, however many ask.
 */
public final class Readiness implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final Runnable write;
  private final Supplier<List<String>> overdue;
  private final Duration deadline;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("readiness").factory());
  private volatile boolean stopping;
  private volatile boolean refused;
  private volatile boolean writing;
  private volatile long begun;

  /**
   * Ready until a write fails.
   *
   * @param write a cheap write to the database, which throws when it fails
   * @param overdue the names of background work that is overdue
   * @param deadline how long a write may take
   */
  public Readiness(Runnable write, Supplier<List<String>> overdue, Duration deadline) {
    this.write = write;
    this.overdue = overdue;
    this.deadline = deadline;
  }

  /** Writes now, and again that long after each write, until it is closed. */
  public Readiness every(Duration interval) {
    var _ =
        thread.scheduleWithFixedDelay(this::probe, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /**
   * Reports "not ready" from now on, so that a load balancer chooses another node while this one
   * finishes.
   */
  public void stop() {
    stopping = true;
  }

  /** Returns the obstacles as texts; empty when ready. */
  public List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (stopping) {
      obstacles.add("the server is stopping");
    }
    if (refused || (writing && System.nanoTime() - begun > deadline.toNanos())) {
      obstacles.add("the database takes no writes");
    }
    List<String> late = overdue.get();
    if (!late.isEmpty()) {
      obstacles.add("background work is overdue (" + String.join(", ", late) + ")");
    }
    return obstacles;
  }

  // The probe looks for a failed write, and an exception would end the probe.
  @SuppressWarnings("CatchingUnchecked")
  void probe() {
    begun = System.nanoTime();
    writing = true;
    try {
      write.run();
      if (refused) {
        LOG.info("The database takes writes again");
      }
      refused = false;
    } catch (RuntimeException | Error failed) {
      // Closing interrupts the write that is under way, which says nothing about the database.
      if (!refused && !thread.isShutdown()) {
        LOG.warn("The database takes no writes", failed);
      }
      refused = true;
    } finally {
      writing = false;
    }
  }

  /** Ends the probe without waiting for a running write. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
