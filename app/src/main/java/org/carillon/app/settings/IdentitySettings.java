package org.carillon.app.settings;

import java.nio.file.Path;

/**
 * Who may come in from the first start on, and what keeps their secrets.
 *
 * @param rootAccessKeyId the administrator's key id; empty when there is none
 * @param rootSecretAccessKey its secret; empty when there is none
 * @param masterKeyFile the file of the key that encrypts secrets in the database
 */
public record IdentitySettings(
    String rootAccessKeyId, Secret rootSecretAccessKey, Path masterKeyFile) {

  static IdentitySettings from(SettingValues values) {
    String id = values.get(Setting.ROOT_ACCESS_KEY_ID);
    Secret secret = values.get(Setting.ROOT_SECRET_ACCESS_KEY);
    if (id.isEmpty() != secret.isEmpty()) {
      Setting<?> present =
          id.isEmpty() ? Setting.ROOT_SECRET_ACCESS_KEY : Setting.ROOT_ACCESS_KEY_ID;
      Setting<?> absent =
          id.isEmpty() ? Setting.ROOT_ACCESS_KEY_ID : Setting.ROOT_SECRET_ACCESS_KEY;
      throw new SettingsException(
          "%s is set (by %s) without %s: set both or neither."
              .formatted(present.key(), values.source(present), absent.key()));
    }
    String file = values.get(Setting.MASTER_KEY_FILE);
    return new IdentitySettings(
        id,
        secret,
        file.isEmpty() ? values.get(Setting.DATA).resolve("master.key") : Path.of(file));
  }

  /** Returns whether an administrator's key was set. */
  public boolean hasRootKey() {
    return !rootAccessKeyId.isEmpty();
  }
}
