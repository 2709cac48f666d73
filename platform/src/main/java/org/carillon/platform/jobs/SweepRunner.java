package org.carillon.platform.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs sweeps at their intervals, on every node. Nodes need no agreement about it: work is claimed
 * in the database, so that each piece is done by the node that claimed it. Intervals are those of a
 * clock that cannot be set.
 */
public final class SweepRunner implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final ScheduledExecutorService threads;
  private final List<SweepRhythm> rhythms;

  /**
   * A sweep and how long to wait between the end of one run and the begin of the next.
   *
   * @param interval at least a tenth of a second
   */
  public record Recurring(Sweep<?> sweep, Duration interval) {}

  /** Prepares the sweeps; {@link #start} begins them. */
  public SweepRunner(InstantSource clock, MeterRegistry meters, List<Recurring> sweeps) {
    this(clock, System::nanoTime, meters, sweeps);
  }

  SweepRunner(
      InstantSource clock, LongSupplier nanos, MeterRegistry meters, List<Recurring> sweeps) {
    this.threads =
        Executors.newScheduledThreadPool(
            Math.max(1, sweeps.size()), Thread.ofPlatform().name("sweep-", 0).factory());
    this.rhythms =
        sweeps.stream()
            .map(each ->
                new SweepRhythm(
                    each,
                    meters.timer("carillon.sweeps", "sweep", each.sweep().name()),
                    clock,
                    nanos))
            .toList();
  }

  /** Begins to sweep. */
  public void start() {
    for (SweepRhythm each : rhythms) {
      // The next run begins an interval after this one has ended, however long it took.
      var _ =
          threads.scheduleWithFixedDelay(
              each::beat, 0, each.interval().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** The names of sweeps that should have got further by now; none when all is well. */
  public List<String> overdue() {
    return rhythms.stream().filter(SweepRhythm::isOverdue).map(SweepRhythm::name).toList();
  }

  /** Finishes the sweeps that are running and begins no others. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
