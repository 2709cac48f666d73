package org.carillon.server.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.carillon.server.platform.db.Database;

/**
 * Runs sweeps at their intervals, each on one node at a time; the scheduler's table in the database
 * sees to that.
 */
public final class SweepRunner implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final Scheduler scheduler;

  /**
   * A sweep and how long to wait between the end of one run and the begin of the next.
   *
   * @param interval at least a tenth of a second
   */
  public record Recurring(Sweep<?> sweep, Duration interval) {}

  /** Prepares the sweeps; {@link #start} begins them. */
  public SweepRunner(
      Database database, InstantSource clock, MeterRegistry meters, List<Recurring> sweeps) {
    List<RecurringTask<?>> tasks =
        sweeps.stream().<RecurringTask<?>>map(each -> task(each, meters)).toList();
    Duration shortest =
        sweeps.stream().map(Recurring::interval).min(Duration::compareTo).orElse(DRAIN);
    @SuppressWarnings({"unchecked", "rawtypes"}) // the builder wants one type for all tasks
    Scheduler built =
        Scheduler.create(database.schedulerConnections())
            .startTasks((List) tasks)
            .threads(Math.max(1, tasks.size()))
            .pollingInterval(shortest.dividedBy(2))
            .heartbeatInterval(Duration.ofSeconds(30))
            .shutdownMaxWait(DRAIN)
            .alwaysPersistTimestampInUTC()
            .clock(clock::instant)
            .build();
    this.scheduler = built;
  }

  private static RecurringTask<?> task(Recurring each, MeterRegistry meters) {
    Timer timer = meters.timer("carillon.sweeps", "sweep", each.sweep().name());
    return Tasks.recurring(each.sweep().name(), FixedDelay.of(each.interval()))
        .execute((instance, context) -> timer.record(each.sweep()::run));
  }

  /** Begins to sweep. */
  public void start() {
    scheduler.start();
  }

  /** Whether the scheduler is at work. */
  public boolean isRunning() {
    return scheduler.getSchedulerState().isStarted()
        && !scheduler.getSchedulerState().isShuttingDown();
  }

  /** Finishes the sweeps that are running and begins no others. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
