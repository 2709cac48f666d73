package org.carillon.app.settings;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.Map;
import org.carillon.platform.operations.Limits;
import org.carillon.server.inventory.pool.PoolSettings;
import org.carillon.server.trunks.connectors.SipDomain;

/** All of the program's settings, read and validated, a record for each part that uses them. */
public record Settings(
    ServerSettings server,
    StorageSettings storage,
    IdentitySettings identity,
    PoolSettings pool,
    SipDomain sipDomain,
    Limits limits,
    JobSettings jobs,
    LogSettings log) {

  /**
   * Reads them: a flag goes before the environment, that before the file, that before the defaults.
   *
   * @param flags texts by flag, with {@code --config} among them when it was given
   * @param environment the process's environment variables
   * @param workingFolder where carillon.yaml is looked for when nobody names a file
   * @throws SettingsException when a value, or a name in the file, is wrong
   */
  public static Settings read(
      Map<String, String> flags, Map<String, String> environment, Path workingFolder) {
    SettingValues values = SettingValues.collect(flags, environment, workingFolder);
    return new Settings(
        ServerSettings.from(values),
        StorageSettings.from(values),
        IdentitySettings.from(values),
        pool(values),
        new SipDomain(values.get(Setting.SIP_DOMAIN)),
        limits(values),
        JobSettings.from(values),
        LogSettings.from(values));
  }

  private static Limits limits(SettingValues values) {
    return new Limits(
        Setting.LIMITS.stream().collect(toMap(Setting::key, setting -> values.get(setting))));
  }

  private static PoolSettings pool(SettingValues values) {
    return new PoolSettings(
        values.get(Setting.ORDERS_ANSWER_AFTER),
        values.get(Setting.CALLING_NAMES_ANSWER_AFTER),
        values.get(Setting.POOL_QUARANTINE));
  }
}
