package org.carillon.app.settings;

import java.time.Duration;

/**
 * How the built-in supplier behaves.
 *
 * @param orderAnswer how long it takes to answer an order
 * @param callingNameAnswer how long it takes to answer a change of calling name
 * @param quarantine how long a released number rests before it can be found again
 */
public record PoolSettings(Duration orderAnswer, Duration callingNameAnswer, Duration quarantine) {

  static PoolSettings from(SettingValues values) {
    return new PoolSettings(
        values.get(Setting.ORDERS_ANSWER_AFTER),
        values.get(Setting.CALLING_NAMES_ANSWER_AFTER),
        values.get(Setting.POOL_QUARANTINE));
  }
}
