package org.carillon.app.settings;

import java.time.Duration;

/**
 * When background work runs.
 *
 * @param every the interval at which each sweep looks for due work
 */
public record JobSettings(Duration every) {

  static JobSettings from(SettingValues values) {
    return new JobSettings(values.get(Setting.SWEEPS_EVERY));
  }
}
