package org.carillon.platform.db;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the keys of rows: numbers that grow with time, so that a list in key order is a list in
 * order of creation, and random ids for what clients see.
 */
public final class Ids {

  private static final int NODE_BITS = 12;
  private static final String LABEL = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();
  private final long node = random.nextInt(1 << NODE_BITS);

  /** Keys that follow that clock. */
  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A key greater than every key made here before: microseconds, then 12 bits that differ from
   * process to process, so that two nodes collide only in the same microsecond and one time in
   * 4,096, which the primary key then refuses.
   */
  public long next() {
    long wanted = (MicrosConverter.micros(clock.instant()) << NODE_BITS) | node;
    return last.updateAndGet(before -> Math.max(before + (1 << NODE_BITS), wanted));
  }

  /**
   * 22 random small letters and digits that begin with a letter, for what gets a host name of its
   * own: about 113 bits.
   */
  public String hostLabel() {
    StringBuilder label = new StringBuilder(22);
    label.append(LABEL.charAt(random.nextInt(26)));
    while (label.length() < 22) {
      label.append(LABEL.charAt(random.nextInt(LABEL.length())));
    }
    return label.toString();
  }

  /** A random UUID as text, for accounts, users and orders. */
  public String id() {
    return UUID.randomUUID().toString();
  }
}
