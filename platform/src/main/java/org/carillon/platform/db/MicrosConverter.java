package org.carillon.platform.db;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Stores instants as whole microseconds since the epoch, the same on both engines. */
public final class MicrosConverter extends AbstractConverter<Long, Instant> {

  private static final long serialVersionUID = 1L;
  private static final long MICROS_A_SECOND = 1_000_000;

  /** Used by the generated tables. */
  public MicrosConverter() {
    super(Long.class, Instant.class);
  }

  @Override
  public @Nullable Instant from(@Nullable Long micros) {
    return micros == null ? null : instant(micros);
  }

  @Override
  public @Nullable Long to(@Nullable Instant instant) {
    return instant == null ? null : micros(instant);
  }

  /** Microseconds since the epoch; finer parts are cut off. */
  public static long micros(Instant instant) {
    return instant.getEpochSecond() * MICROS_A_SECOND + instant.getNano() / 1_000;
  }

  /** The instant that many microseconds after the epoch. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
