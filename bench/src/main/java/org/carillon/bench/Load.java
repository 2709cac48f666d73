package org.carillon.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs clients at once, each as fast as it is answered, for a bounded time.
 *
 * @param warmUp how long to run before anything is counted
 * @param measured how long to count
 */
record Load(Duration warmUp, Duration measured) {

  private enum Phase {
    WARMING_UP,
    MEASURING,
    OVER
  }

  /**
   * Runs the clients, each in a thread of its own, and closes them.
   *
   * @param cpu the processor time that the process under test has used so far
   */
  Figures run(String name, Supplier<Duration> cpu, List<? extends Client> clients)
      throws InterruptedException, ExecutionException {
    Course course = new Course();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
      List<Future<Tally>> running = new ArrayList<>();
      for (Client client : clients) {
        running.add(threads.submit(() -> course.follow(client)));
      }
      try {
        Thread.sleep(warmUp);
        Duration before = cpu.get();
        long begun = System.nanoTime();
        course.phase = Phase.MEASURING;
        Thread.sleep(measured);
        course.phase = Phase.OVER;
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Duration used = cpu.get().minus(before);
        Tally all = new Tally();
        for (Future<Tally> each : running) {
          all.add(each.get());
        }
        return new Figures(name, took, all.latencies, all.refused, all.failed, used);
      } finally {
        course.phase = Phase.OVER;
      }
    }
  }

  /** The phase of the run, shared by its clients. */
  private static final class Course {

    private volatile Phase phase = Phase.WARMING_UP;

    Tally follow(Client client) throws GeneralSecurityException {
      Tally tally = new Tally();
      try (client) {
        while (phase != Phase.OVER) {
          long begun = System.nanoTime();
          Client.Outcome outcome = client.next();
          if (phase == Phase.MEASURING) {
            tally.add(System.nanoTime() - begun, outcome);
          } else if (outcome == Client.Outcome.FAILED) {
            tally.failed++;
          }
        }
      } catch (IOException broken) {
        // A lost or silent connection is an error of the run, and ends this client only.
        tally.failed++;
        System.err.println("A client gave up: " + broken);
      }
      return tally;
    }
  }

  /** The counts of one client. */
  private static final class Tally {

    private final Latencies latencies = new Latencies();
    private long refused;
    private long failed;

    void add(long nanos, Client.Outcome outcome) {
      latencies.add(nanos);
      switch (outcome) {
        case DONE -> {}
        case REFUSED -> refused++;
        case FAILED -> failed++;
      }
    }

    void add(Tally other) {
      latencies.addAll(other.latencies);
      refused += other.refused;
      failed += other.failed;
    }
  }
}
