package org.carillon.app.settings;

import java.time.Duration;

/**
 * When background work runs.
 *
 * @param every how often each sweep looks for what is due
 */
public record JobSettings(Duration every) {

  static JobSettings from(SettingValues values) {
    return new JobSettings(values.get(Setting.SWEEPS_EVERY));
  }
}
