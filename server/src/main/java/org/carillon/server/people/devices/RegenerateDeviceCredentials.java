package org.carillon.server.people.devices;

import org.carillon.api.model.RegenerateDeviceCredentialsInput;
import org.carillon.api.model.RegenerateDeviceCredentialsOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;

/** Gives a device another password and shows it, this once. */
final class RegenerateDeviceCredentials
    implements WriteOperation<RegenerateDeviceCredentialsInput, RegenerateDeviceCredentialsOutput> {

  private final DeviceStore devices;
  private final DevicePasswords passwords;

  RegenerateDeviceCredentials(DeviceStore devices, DevicePasswords passwords) {
    this.devices = devices;
    this.passwords = passwords;
  }

  @Override
  public RegenerateDeviceCredentialsOutput run(
      RegenerateDeviceCredentialsInput input, OperationContext context) {
    Device device = devices.lock(context, input.accountId(), input.deviceId());
    Device renewed = device.withNewPassword(context.now());
    String password = passwords.next();
    devices.save(context, renewed, passwords.sealed(context, renewed, password));
    return new RegenerateDeviceCredentialsOutput(
        renewed.view(), DevicePasswords.shown(renewed, password));
  }
}
