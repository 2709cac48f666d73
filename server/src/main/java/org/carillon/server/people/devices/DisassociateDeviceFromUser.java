package org.carillon.server.people.devices;

import org.carillon.api.model.DisassociateDeviceFromUserInput;
import org.carillon.api.model.DisassociateDeviceFromUserOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;

/** Takes a device from a user, whose password for it is void at once. */
final class DisassociateDeviceFromUser
    implements WriteOperation<DisassociateDeviceFromUserInput, DisassociateDeviceFromUserOutput> {

  private final UserStore users;
  private final DeviceStore devices;

  DisassociateDeviceFromUser(UserStore users, DeviceStore devices) {
    this.users = users;
    this.devices = devices;
  }

  @Override
  public DisassociateDeviceFromUserOutput run(
      DisassociateDeviceFromUserInput input, OperationContext context) {
    User user = users.lock(context, input.accountId(), input.userId());
    Device device = devices.lock(context, user.accountId(), input.deviceId());
    Device taken = device.takenFrom(user.userId(), user.describe(), context.now());
    devices.save(context, taken);
    context.auditSubject(taken.deviceId());
    return new DisassociateDeviceFromUserOutput(taken.view());
  }
}
