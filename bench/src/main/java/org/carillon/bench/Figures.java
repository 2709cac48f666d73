package org.carillon.bench;

import java.time.Duration;

/**
 * What one run measured.
 *
 * @param name what was driven
 * @param took how long was measured
 * @param latencies of every operation that ended meanwhile
 * @param refused how many of them were refused as they must be
 * @param failed how many of them went wrong
 * @param cpu the processor time that the process under test used meanwhile
 */
record Figures(
    String name, Duration took, Latencies latencies, long refused, long failed, Duration cpu) {

  /** Operations a second. */
  double rate() {
    return latencies.count() * 1e9 / took.toNanos();
  }

  /** Microseconds of processor time that one operation cost the process under test. */
  double cpuMicros() {
    return latencies.count() == 0 ? 0 : cpu.toNanos() / 1e3 / latencies.count();
  }
}
