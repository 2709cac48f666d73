package org.carillon.app.installation;

import java.time.InstantSource;

/** The one place that asks the machine for the time; everything else is handed a clock. */
public final class TimeSource {

  private TimeSource() {}

  /** The machine's clock. */
  public static InstantSource machine() {
    return InstantSource.system();
  }
}
