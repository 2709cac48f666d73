package org.carillon.platform.db;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TestClock implements InstantSource {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock on, or back. */
  public void advance(Duration by) {
    now.updateAndGet(before -> before.plus(by));
  }
}
