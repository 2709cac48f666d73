package org.carillon.bench;

/** Counts how long operations took, in buckets no wider than 1/32 of their value; one a thread. */
final class Latencies {

  private static final int STEP_BITS = 5;
  private static final int STEPS = 1 << STEP_BITS;

  private final long[] counts = new long[(Long.SIZE - STEP_BITS) * STEPS];

  /** Counts one operation of that many nanoseconds. */
  void add(long nanos) {
    counts[bucket(Math.max(nanos, 0))]++;
  }

  /** Counts what the other counted. */
  void addAll(Latencies other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Returns how many operations were counted. */
  long count() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** The milliseconds that this share of the operations (0.5 is the median) took at most. */
  double millis(double share) {
    long wanted = (long) Math.ceil(count() * share);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return upper(i) / 1e6;
      }
    }
    return 0;
  }

  private static int bucket(long nanos) {
    if (nanos < STEPS) {
      return (int) nanos;
    }
    int shift = Long.SIZE - 1 - STEP_BITS - Long.numberOfLeadingZeros(nanos);
    return (shift + 1) * STEPS + (int) (nanos >>> shift) - STEPS;
  }

  private static double upper(int bucket) {
    if (bucket < STEPS) {
      return bucket;
    }
    int shift = bucket / STEPS - 1;
    return Math.scalb((double) (bucket % STEPS + STEPS + 1), shift);
  }
}
