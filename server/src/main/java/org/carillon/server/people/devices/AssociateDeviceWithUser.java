package org.carillon.server.people.devices;

import org.carillon.api.model.AssociateDeviceWithUserInput;
import org.carillon.api.model.AssociateDeviceWithUserOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;

/** Gives a device to a user of its account. */
final class AssociateDeviceWithUser
    implements WriteOperation<AssociateDeviceWithUserInput, AssociateDeviceWithUserOutput> {

  private final UserStore users;
  private final DeviceStore devices;

  AssociateDeviceWithUser(UserStore users, DeviceStore devices) {
    this.users = users;
    this.devices = devices;
  }

  @Override
  public AssociateDeviceWithUserOutput run(
      AssociateDeviceWithUserInput input, OperationContext context) {
    User user = users.lock(context, input.accountId(), input.userId());
    Device device = devices.lock(context, user.accountId(), input.deviceId());
    Device assigned = device.assignedTo(user.userId(), user.describe(), context.now());
    if (!assigned.equals(device)) {
      user.refuseSuspended("no device can be assigned");
      Devices.OF_A_USER.refuseBeyond(
          context,
          "user " + user.describe(),
          1,
          most -> devices.ofUser(context, user.userId()).size());
      devices.save(context, assigned);
      context.auditSubject(device.deviceId());
    }
    return new AssociateDeviceWithUserOutput(assigned.view());
  }
}
