package org.carillon.platform.jobs;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The beats of one sweep: notices a sweep without progress, and a clock that was set back. */
final class SweepRhythm {

  /**
   * The time after its interval at which a sweep is overdue, if it has ended no run and done no
   * piece of work.
   */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A clock that is slewed, as it should be, differs by less. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(SweepRhythm.class);

  private final SweepRunner.Recurring recurring;
  private final Timer timer;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private volatile long progressed;
  private Instant lastTime;
  private long lastNanos;
  private boolean begun;
  private boolean setBack;
  private boolean failing;

  SweepRhythm(
      SweepRunner.Recurring recurring, Timer timer, InstantSource clock, LongSupplier nanos) {
    this.recurring = recurring;
    this.timer = timer;
    this.clock = clock;
    this.nanos = nanos;
    this.progressed = nanos.getAsLong();
    this.lastNanos = progressed;
    this.lastTime = clock.instant();
  }

  String name() {
    return recurring.sweep().name();
  }

  Duration interval() {
    return recurring.interval();
  }

  /**
   * Returns whether it has ended no run, and done no piece, for longer than its interval allows.
   */
  boolean isOverdue() {
    return nanos.getAsLong() - progressed > interval().plus(PATIENCE).toNanos();
  }

  // The next beat makes up for a failed one; an exception would end them all.
  @SuppressWarnings("CatchingUnchecked")
  void beat() {
    try {
      timer.record(this::sweep);
      failing = false;
    } catch (RuntimeException | Error failed) {
      if (!failing) {
        LOG.warn("{} failed and runs again after its interval", name(), failed);
      }
      failing = true;
    }
  }

  private void sweep() {
    notice();
    if (!begun) {
      recurring.sweep().resume();
      begun = true;
    }
    if (setBack) {
      recurring.sweep().wake();
      setBack = false;
    }
    recurring.sweep().run(() -> progressed = nanos.getAsLong());
  }

  /** Compares the clock with one that cannot be set. */
  private void notice() {
    Instant time = clock.instant();
    long steady = nanos.getAsLong();
    Duration behind = Duration.ofNanos(steady - lastNanos).minus(Duration.between(lastTime, time));
    lastTime = time;
    lastNanos = steady;
    if (behind.compareTo(STEP) > 0) {
      LOG.warn(
          "The clock was set back by {}; the work that waits in {} is due now", behind, name());
      setBack = true;
    }
  }
}
