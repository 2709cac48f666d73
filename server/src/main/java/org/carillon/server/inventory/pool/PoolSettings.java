package org.carillon.server.inventory.pool;

import java.time.Duration;

/**
 * The delays and the quarantine of the operator's pool.
 *
 * @param orderDelay from the asking for a number to the answer
 * @param callingNameDelay from the asking for a calling name to the answer
 * @param quarantine how long a number given back rests before it can be found and ordered again
 */
public record PoolSettings(Duration orderDelay, Duration callingNameDelay, Duration quarantine) {

  /** Long enough for a person to see the pending states; the quarantine is the usual 45 days. */
  public static final PoolSettings DEFAULTS =
      new PoolSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofDays(45));

  /** Refuses times that run backwards. */
  public PoolSettings {
    if (orderDelay.isNegative() || callingNameDelay.isNegative() || quarantine.isNegative()) {
      throw new IllegalArgumentException("delays and the quarantine cannot be negative");
    }
  }
}
