package org.carillon.server.people.devices;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.carillon.api.model.DeviceCredentials;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.operations.OperationContext;

/**
 * Makes and seals the passwords of devices: SIP's digest needs them in clear, so that a hash would
 * not do.
 */
final class DevicePasswords {

  /** Digits and small letters without those that are mistaken for each other on a telephone. */
  private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

  /** More than 118 random bits. */
  private static final int LENGTH = 24;

  private final SecureRandom random = new SecureRandom();
  private final Vault vault;

  DevicePasswords(Vault vault) {
    this.vault = vault;
  }

  /** A new password. */
  String next() {
    StringBuilder password = new StringBuilder();
    for (int each = 0; each < LENGTH; each++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  /** The password as the database keeps it, of use for this device only. */
  byte[] sealed(OperationContext context, Device device, String password) {
    return vault.seal(
        password.getBytes(StandardCharsets.UTF_8),
        "device/" + context.organizationId() + "/" + device.deviceId());
  }

  /** Returns the credentials, which are shown once. */
  static DeviceCredentials shown(Device device, String password) {
    return new DeviceCredentials(device.sipUsername(), password);
  }
}
