package org.carillon.app.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests should be sent here: the database answers in time, background work goes on, and
 * nobody has asked us to stop.
 */
public final class Readiness {

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final Runnable question;
  private final BooleanSupplier sweeping;
  private final Duration deadline;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicReference<CompletableFuture<Boolean>> asked =
      new AtomicReference<>(CompletableFuture.completedFuture(true));

  /**
   * Asks for it anew at every call.
   *
   * @param question a cheap read of the database, which throws when it fails
   * @param sweeping whether background work is alive
   * @param deadline how long the database may take
   */
  public Readiness(Runnable question, BooleanSupplier sweeping, Duration deadline) {
    this.question = question;
    this.sweeping = sweeping;
    this.deadline = deadline;
  }

  /** From now on not ready, so that a load balancer looks elsewhere while we finish. */
  public void stop() {
    stopping.set(true);
  }

  /** What is in the way, in words; nothing when ready. */
  public List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (stopping.get()) {
      obstacles.add("the server is stopping");
    }
    if (!answersInTime()) {
      obstacles.add("the database does not answer");
    }
    if (!sweeping.getAsBoolean()) {
      obstacles.add("background work has stopped");
    }
    return obstacles;
  }

  private boolean answersInTime() {
    try {
      return ask().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One question at a time: however many ask while the database hangs, one thread waits for it. */
  private CompletableFuture<Boolean> ask() {
    CompletableFuture<Boolean> before = asked.get();
    if (!before.isDone()) {
      return before;
    }
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    if (!asked.compareAndSet(before, mine)) {
      return asked.get();
    }
    Thread.ofVirtual().name("readiness").start(() -> mine.complete(answers()));
    return mine;
  }

  private boolean answers() {
    try {
      question.run();
      return true;
    } catch (RuntimeException failed) {
      LOG.warn("The database does not answer", failed);
      return false;
    }
  }
}
