package org.carillon.server.people.devices;

import org.carillon.api.model.DisassociateDeviceFromUserInput;
import org.carillon.api.model.DisassociateDeviceFromUserOutput;
import org.carillon.platform.operations.Call;
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
  public DisassociateDeviceFromUserOutput run(DisassociateDeviceFromUserInput input, Call call) {
    User user = users.lock(call, input.accountId(), input.userId());
    Device device = devices.lock(call, user.accountId(), input.deviceId());
    Device taken = device.takenFrom(user.userId(), user.words(), call.now());
    devices.save(call, taken);
    call.concerns(taken.deviceId());
    return new DisassociateDeviceFromUserOutput(taken.view());
  }
}
